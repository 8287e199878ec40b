/** Spreads work over frames: a piece a frame, so that none has all of it. */
export class Frames {
  #waiting = new Map();
  #asked = false;

  /** Has `work` done in its turn; a newer one of the same name takes the place of an older that still waits. */
  put(name, work) {
    this.#waiting.set(name, work);
    this.#ask();
  }

  #ask() {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      const [name, work] = this.#waiting.entries().next().value;
      this.#waiting.delete(name);
      if (this.#waiting.size) this.#ask();
      work();
    });
  }
}
