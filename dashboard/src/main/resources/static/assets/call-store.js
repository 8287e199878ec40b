/** One call as its page knows it: what came at first, and what came since. */

export class CallStore {
  detail = null;
  windows = [];

  /** Takes in the call, or what is new of it; after a reconnection, windows that are known come again. */
  apply(detail) {
    this.detail = detail;
    const last = this.windows.at(-1)?.at ?? -Infinity;
    this.windows.push(...detail.windows.filter(window => window.at > last));
  }

  get call() {
    return this.detail.call;
  }

  /** Anger at a window; null where it was not scored. */
  angerOf(window) {
    return this.probabilityOf(window, 'angry');
  }

  probabilityOf(window, label) {
    if (window.notScored) return null;
    return window.probabilities[this.detail.labels.indexOf(label)] ?? 0;
  }

  /** Every emotion that there is something to draw of. */
  emotions() {
    return [...new Set([...this.detail.labels, ...this.told().map(stretch => stretch.emotion).filter(Boolean)])];
  }

  /** The stretches of before the windows that are at hand, as the history tells them. */
  told() {
    const first = this.windows[0];
    const begin = first ? first.at - first.hopMs : Infinity;
    return this.detail.stretches
      .filter(stretch => stretch.from < begin)
      .map(stretch => ({ ...stretch, to: Math.min(stretch.to, begin) }));
  }

  /**
   * The call in stretches of one emotion, or of one reason for not being scored. Where the windows are no
   * longer at hand the history tells.
   * @returns {{from: number, to: number, emotion: string|null, notScored: string|null, peakAnger: number}[]}
   */
  stretches() {
    const heard = [];
    for (const window of this.windows) {
      const emotion = window.notScored ? null : window.top;
      const last = heard.at(-1);
      if (last && last.emotion === emotion && last.notScored === window.notScored) {
        last.to = window.at;
        last.peakAnger = Math.max(last.peakAnger, this.angerOf(window) ?? 0);
      } else {
        heard.push({
          from: window.at - window.hopMs, to: window.at, emotion, notScored: window.notScored,
          peakAnger: this.angerOf(window) ?? 0,
        });
      }
    }
    return [...this.told(), ...heard];
  }
}
