/** A list of elements that stay the same element for as long as their item stays; moves are shown as moves. */

const MOVE_MS = 350;
const MOVES_AT_ONCE = 15;

export class KeyedList {
  #parent;
  #template;
  #elements = new Map();
  #goesOn;

  constructor(parent, template) {
    this.#parent = parent;
    this.#template = template;
  }

  get(id) {
    return this.#elements.get(id);
  }

  /**
   * @param {{id: string}[]} items in their order
   * @param {(element: Element, item: object) => void} fill
   * @param {boolean} reorder false leaves those that are there where they are
   */
  show(items, fill, reorder = true) {
    const ids = new Set(items.map(item => item.id));
    for (const [id, element] of this.#elements) {
      if (ids.has(id)) continue;
      element.remove();
      this.#elements.delete(id);
    }
    for (const item of items) {
      if (!this.#elements.has(item.id)) this.#elements.set(item.id, this.#add());
      fill(this.#elements.get(item.id), item);
    }
    if (reorder) this.#reorder(items.map(item => this.#elements.get(item.id)));
  }

  #add() {
    const element = this.#template.content.firstElementChild.cloneNode(true);
    this.#parent.append(element);
    return element;
  }

  /** What is to move much moves in several frames, from the top down. */
  #reorder(elements) {
    cancelAnimationFrame(this.#goesOn);
    if (elements.every((element, i) => this.#parent.children[i] === element)) return;
    const before = this.#tops();
    if (!this.#putInto(elements)) {
      this.#goesOn = requestAnimationFrame(() => this.#reorder(elements.filter(element => element.isConnected)));
    }
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const [element, top] of this.#tops()) {
      const moved = (before.get(element) ?? top) - top;
      if (moved) {
        element.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }],
          { duration: MOVE_MS, easing: 'cubic-bezier(.2, 0, 0, 1)' });
      }
    }
  }

  /** With few moves where few have moved, up or down. Says whether all have their place. */
  #putInto(elements) {
    let next = this.#parent.firstElementChild;
    let left = MOVES_AT_ONCE;
    for (const element of elements) {
      // The one between them went down: it is put there when its turn comes.
      if (element === next?.nextElementSibling) next = element;
      if (element === next) next = next.nextElementSibling;
      else if (left-- > 0) this.#move(element, next);
      else return false;
    }
    return true;
  }

  /** Keeps the focus, and what is laid out, where the browser can. */
  #move(element, next) {
    if (this.#parent.moveBefore) this.#parent.moveBefore(element, next);
    else this.#parent.insertBefore(element, next);
  }

  /** Where those are that can be seen; none lies above the one before it. */
  #tops() {
    const tops = new Map();
    for (const element of this.#parent.children) {
      const top = element.getBoundingClientRect().top;
      if (top > innerHeight) break;
      if (top > -100) tops.set(element, top);
    }
    return tops;
  }
}
