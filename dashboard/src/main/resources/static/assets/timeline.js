/** A call's timeline, and the moment of it that the viewer looks at: pointer and arrow keys pick one. */

import { onSchemeChange } from './canvas.js';
import { reasonFor, wordFor } from './emotions.js';
import { duration, percent, share } from './format.js';
import { drawTimeline } from './timeline-drawing.js';
import { t } from './words.js';

const LEAST_MS = 10_000;

export class Timeline {
  #box;
  #canvas;
  #store = null;
  #end = 0;
  #picked = null;
  #onPick;
  #withRows = true;
  #timeAt = () => 0;

  /** @param {(text: string, at: number|null) => void} onPick told what the picked, or else the latest, moment holds; and when */
  constructor(box, onPick) {
    this.#box = box;
    this.#canvas = box.querySelector('canvas');
    this.#onPick = onPick;
    box.addEventListener('pointermove', event => this.#point(event));
    box.addEventListener('pointerdown', event => this.#point(event));
    box.addEventListener('pointerleave', () => this.#pick(null));
    box.addEventListener('keydown', event => this.#key(event));
    box.addEventListener('blur', () => this.#pick(null));
    new ResizeObserver(() => this.draw()).observe(box);
    onSchemeChange(() => this.draw());
  }

  /**
   * @param {number} end the right edge, epoch ms of the call's time
   * @param {boolean} withRows whether each emotion has its row
   */
  show(store, end, withRows = true) {
    this.#withRows = withRows;
    this.#store = store;
    this.#end = Math.max(end, store.call.startedAt + LEAST_MS);
    this.draw();
    this.#describe();
  }

  draw() {
    if (!this.#store) return;
    const picked = this.#picked === null ? null : this.#window();
    this.#timeAt = drawTimeline(this.#canvas, this.#store, this.#end, picked, this.#withRows);
  }

  #point(event) {
    this.pickAt(this.#timeAt(event.clientX - this.#canvas.getBoundingClientRect().left));
  }

  /** Picks the window at that moment, epoch ms of the call's time; null picks none. */
  pickAt(at) {
    if (at === null) this.#pick(null);
    if (at === null || !this.#store?.windows.length) return;
    const next = this.#store.windows.findIndex(window => window.at >= at);
    this.#pick(next < 0 ? this.#store.windows.length - 1 : next);
  }

  #key(event) {
    const last = (this.#store?.windows.length ?? 0) - 1;
    if (last < 0) return;
    const here = this.#picked ?? last;
    const to = {
      ArrowLeft: here - 1, ArrowDown: here - 1, ArrowRight: here + 1, ArrowUp: here + 1,
      PageDown: here - 10, PageUp: here + 10, Home: 0, End: last, Escape: null,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#pick(to === null ? null : Math.min(last, Math.max(0, to)));
  }

  #pick(index) {
    if (index === this.#picked) return;
    this.#picked = index;
    this.draw();
    this.#describe();
  }

  #window() {
    return this.#store.windows[this.#picked ?? this.#store.windows.length - 1];
  }

  #describe() {
    const text = this.#sentence();
    this.#onPick(text, this.#picked === null ? null : this.#window().at);
    this.#box.setAttribute('aria-valuemax', String(Math.max(0, this.#store.windows.length - 1)));
    this.#box.setAttribute('aria-valuenow', String(this.#picked ?? Math.max(0, this.#store.windows.length - 1)));
    this.#box.setAttribute('aria-valuetext', text);
  }

  #sentence() {
    const window = this.#window();
    if (!window) return this.#store.detail.stretches.length ? t('timeline.from-history') : t('timeline.nothing');
    const when = duration(window.at - this.#store.call.startedAt);
    if (window.notScored) return `${when}  ${t('timeline.unscored', { reason: reasonFor(window.notScored) })}`;
    const also = this.#store.detail.labels
      .map(label => [label, this.#store.probabilityOf(window, label)])
      .filter(([label, p]) => label !== 'angry' && p >= 0.1)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([label, p]) => `${wordFor(label)} ${share(p)}`);
    const { valence, arousal, loudness, callerTalk, agentTalk } = window;
    const more = [
      valence !== null && `${t('track.valence')} ${share(valence)}`,
      arousal !== null && `${t('track.arousal')} ${share(arousal)}`,
      loudness !== null && `${Math.round(loudness)} dBFS`,
      callerTalk !== null && agentTalk !== null && t('track.talks', { caller: percent(callerTalk), agent: percent(agentTalk) }),
    ].filter(Boolean);
    return [`${when}  ${wordFor(window.top)}`, `${t('anger')} ${share(this.#store.angerOf(window))}`, ...also, ...more].join('  ·  ');
  }
}
