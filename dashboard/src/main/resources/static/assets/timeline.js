/**
 * A call over its time: anger as a curve with its alerts, each emotion as a row that darkens with its probability,
 * and hatching where nothing was scored. Pointer and arrow keys pick a moment.
 */

import { prepare, colours, onSchemeChange } from './canvas.js';
import { inOrder, reasonFor, wordFor } from './emotions.js';
import { duration, share } from './format.js';

const TOP = 22;
const PLOT = 190;
const GAP = 16;
const ROW = 18;
const AXIS = 26;
const RIGHT = 10;
const AXIS_STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
const BREAK_MS = 3_000;

export class Timeline {
  #box;
  #canvas;
  #store = null;
  #end = 0;
  #picked = null;
  #onPick;

  /** @param {(text: string) => void} onPick told what the picked, or else the latest, moment holds */
  constructor(box, onPick) {
    this.#box = box;
    this.#canvas = box.querySelector('canvas');
    this.#onPick = onPick;
    box.addEventListener('pointermove', event => this.#pickAt(event));
    box.addEventListener('pointerdown', event => this.#pickAt(event));
    box.addEventListener('pointerleave', () => this.#pick(null));
    box.addEventListener('keydown', event => this.#key(event));
    box.addEventListener('blur', () => this.#pick(null));
    new ResizeObserver(() => this.draw()).observe(box);
    onSchemeChange(() => this.draw());
  }

  /** @param {number} end the right edge, epoch ms of the call's time */
  show(store, end) {
    this.#store = store;
    this.#end = Math.max(end, store.call.startedAt + 10_000);
    this.draw();
    this.#describe();
  }

  draw() {
    if (!this.#store) return;
    const rows = inOrder(this.#store.emotions());
    this.#canvas.style.height = `${TOP + PLOT + GAP + rows.length * ROW + AXIS}px`;
    const { context, width } = prepare(this.#canvas);
    const left = width < 560 ? 70 : 92;
    const start = this.#store.call.startedAt;
    const x = at => left + ((at - start) / (this.#end - start)) * (width - left - RIGHT);
    const y = p => TOP + PLOT - p * PLOT;
    const drawing = {
      context, colour: colours(), x, y, left, right: width - RIGHT, rows,
      rowTop: i => TOP + PLOT + GAP + i * ROW, bottom: TOP + PLOT + GAP + rows.length * ROW,
    };
    context.font = '500 12px Inter, system-ui, sans-serif';
    context.textBaseline = 'middle';
    this.#drawScale(drawing);
    const unheard = this.#drawUnheard(drawing);
    this.#drawTold(drawing);
    this.#drawRows(drawing);
    this.#drawAnger(drawing);
    this.#drawAlerts(drawing);
    for (const stretch of unheard) this.#drawReason(drawing, stretch);
    this.#drawPicked(drawing);
  }

  #drawScale({ context, colour, x, y, left, right, bottom, rows, rowTop }) {
    context.textAlign = 'right';
    for (const level of [0, 0.5, 1]) {
      context.fillStyle = colour.line;
      context.fillRect(left, Math.round(y(level)), right - left, 1);
      context.fillStyle = colour['ink-3'];
      context.fillText(level === 0 ? '0' : level === 1 ? '1' : '0.5', left - 10, y(level));
    }
    context.fillStyle = colour['ink-2'];
    context.fillText('Anger', left - 10, y(0.75));
    rows.forEach((label, i) => {
      context.fillStyle = label === 'angry' ? colour.ember : colour['ink-2'];
      context.fillText(wordFor(label), left - 10, rowTop(i) + ROW / 2);
    });
    const seconds = (this.#end - this.#store.call.startedAt) / 1000;
    const step = AXIS_STEPS_S.find(s => (s / seconds) * (right - left) >= 64) ?? 7200;
    context.textAlign = 'center';
    context.fillStyle = colour['ink-3'];
    for (let s = 0; s <= seconds; s += step) {
      const at = x(this.#store.call.startedAt + s * 1000);
      context.textAlign = s === 0 ? 'left' : at > right - 18 ? 'right' : 'center';
      context.fillText(duration(s * 1000), at, bottom + AXIS / 2 + 2);
    }
  }

  /** Hatches hold and what was not scored, and returns those stretches with their reasons. */
  #drawUnheard(drawing) {
    const { call, holds } = this.#store.detail;
    const held = holds.map(hold => ({ from: hold.from, to: hold.to ?? this.#end, why: 'on hold' }));
    const inHold = (from, to) => held.some(hold => from < hold.to && to > hold.from);
    const unheard = this.#store.stretches()
      .filter(stretch => stretch.notScored && !inHold(stretch.from, stretch.to))
      .map(stretch => ({ from: Math.max(stretch.from, call.startedAt), to: stretch.to, why: reasonFor(stretch.notScored) }));
    const all = [...held, ...unheard];
    for (const { from, to } of all) this.#hatch(drawing, from, to);
    return all;
  }

  #hatch({ context, colour, x, bottom }, from, to) {
    const [a, b] = [x(from), x(to)];
    context.save();
    context.beginPath();
    context.rect(a, TOP, b - a, bottom - TOP);
    context.clip();
    context.strokeStyle = colour.hatch;
    context.lineWidth = 1;
    context.beginPath();
    const height = bottom - TOP;
    // On one grid for all stretches, so that neighbours join.
    for (let at = Math.floor((a - height) / 7) * 7; at < b; at += 7) {
      context.moveTo(at, bottom);
      context.lineTo(at + height, TOP);
    }
    context.stroke();
    context.restore();
  }

  #drawReason({ context, colour, x }, { from, to, why }) {
    const [a, b] = [x(from), x(to)];
    const width = context.measureText(why).width + 14;
    if (b - a < width) return;
    context.fillStyle = colour.surface;
    context.beginPath();
    context.roundRect((a + b - width) / 2, TOP + PLOT / 2 - 10, width, 20, 10);
    context.fill();
    context.textAlign = 'center';
    context.fillStyle = colour['ink-2'];
    context.fillText(why, (a + b) / 2, TOP + PLOT / 2 + 0.5);
  }

  /** What only the history still knows: the emotion and the peak of each stretch. */
  #drawTold({ context, colour, x, y, rows, rowTop }) {
    for (const stretch of this.#store.told().filter(stretch => stretch.emotion)) {
      const [a, b] = [x(stretch.from), x(stretch.to)];
      context.fillStyle = colour.ember;
      context.globalAlpha = 0.12;
      context.fillRect(a, y(stretch.peakAnger), b - a, y(0) - y(stretch.peakAnger));
      context.globalAlpha = 1;
      context.fillRect(a, Math.round(y(stretch.peakAnger)), b - a, 1.5);
      const row = rows.indexOf(stretch.emotion);
      if (row < 0) continue;
      context.fillStyle = stretch.emotion === 'angry' ? colour.ember : colour['ink-2'];
      context.globalAlpha = 0.6;
      context.fillRect(a, rowTop(row) + 2, b - a, ROW - 4);
      context.globalAlpha = 1;
    }
  }

  #drawRows({ context, colour, x, rows, rowTop, left, right }) {
    rows.forEach((label, i) => {
      context.fillStyle = colour.line;
      context.globalAlpha = 0.5;
      context.fillRect(left, rowTop(i) + ROW - 1, right - left, 1);
      context.fillStyle = label === 'angry' ? colour.ember : colour.ink;
      for (const window of this.#store.windows) {
        const p = this.#store.probabilityOf(window, label);
        if (p === null || p < 0.01) continue;
        // On whole pixels: cells that overlap or leave a gap would show as stripes.
        const a = Math.round(x(window.at - window.hopMs));
        context.globalAlpha = Math.min(1, p);
        context.fillRect(a, rowTop(i) + 2, Math.round(x(window.at)) - a, ROW - 4);
      }
      context.globalAlpha = 1;
    });
  }

  #drawAnger({ context, colour, x, y }) {
    const fill = context.createLinearGradient(0, y(1), 0, y(0));
    fill.addColorStop(0, colour.ember);
    fill.addColorStop(1, `${colour.ember}00`);
    for (const run of this.#scoredRuns()) {
      const line = new Path2D();
      line.moveTo(x(run[0].at - run[0].hopMs), y(this.#store.angerOf(run[0])));
      for (const window of run) line.lineTo(x(window.at), y(this.#store.angerOf(window)));
      const area = new Path2D(line);
      area.lineTo(x(run.at(-1).at), y(0));
      area.lineTo(x(run[0].at - run[0].hopMs), y(0));
      context.globalAlpha = 0.28;
      context.fillStyle = fill;
      context.fill(area);
      context.globalAlpha = 1;
      context.strokeStyle = colour.ember;
      context.lineWidth = 2;
      context.lineJoin = 'round';
      context.lineCap = 'round';
      context.stroke(line);
    }
  }

  #scoredRuns() {
    const runs = [];
    let previous = null;
    for (const window of this.#store.windows) {
      if (window.notScored) {
        previous = null;
        continue;
      }
      if (!previous || window.at - previous.at > BREAK_MS) runs.push([]);
      runs.at(-1).push(window);
      previous = window;
    }
    return runs;
  }

  /** From raised to cleared a bar above the curve, and the level that the rule asks for. */
  #drawAlerts({ context, colour, x, y, left, right }) {
    const alerts = this.#store.call.alerts;
    context.fillStyle = context.strokeStyle = colour.ember;
    for (const alert of alerts) {
      const [a, b] = [x(alert.raisedAt), x(alert.clearedAt ?? (alert.open ? this.#end : this.#store.call.endedAt))];
      context.beginPath();
      context.roundRect(a, 9, Math.max(3, b - a), 4, 2);
      context.fill();
      context.beginPath();
      context.moveTo(a - 6, 3);
      context.lineTo(a + 6, 3);
      context.lineTo(a, 13);
      context.fill();
      context.globalAlpha = 0.5;
      context.fillRect(Math.round(a), 13, 1, y(0) - 13);
      context.globalAlpha = 1;
    }
    const threshold = alerts.find(alert => alert.threshold !== null && alert.emotion === 'angry')?.threshold;
    if (threshold === undefined) return;
    context.setLineDash([4, 4]);
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(left, Math.round(y(threshold)) + 0.5);
    context.lineTo(right, Math.round(y(threshold)) + 0.5);
    context.stroke();
    context.setLineDash([]);
    context.textAlign = 'left';
    context.fillText(`alert at ${share(threshold)}`, left + 6, y(threshold) - 9);
  }

  #drawPicked({ context, colour, x, y, bottom }) {
    const window = this.#window();
    if (!window || this.#picked === null) return;
    context.fillStyle = colour.ink;
    context.fillRect(Math.round(x(window.at)), TOP, 1, bottom - TOP);
    const anger = this.#store.angerOf(window);
    if (anger === null) return;
    context.beginPath();
    context.arc(x(window.at) + 0.5, y(anger), 4.5, 0, 2 * Math.PI);
    context.fillStyle = colour.surface;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = colour.ember;
    context.stroke();
  }

  #pickAt(event) {
    if (!this.#store?.windows.length) return;
    const box = this.#canvas.getBoundingClientRect();
    const left = box.width < 560 ? 70 : 92;
    const start = this.#store.call.startedAt;
    const at = start + ((event.clientX - box.left - left) / (box.width - left - RIGHT)) * (this.#end - start);
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
    this.#onPick(text);
    this.#box.setAttribute('aria-valuemax', String(Math.max(0, this.#store.windows.length - 1)));
    this.#box.setAttribute('aria-valuenow', String(this.#picked ?? Math.max(0, this.#store.windows.length - 1)));
    this.#box.setAttribute('aria-valuetext', text);
  }

  #sentence() {
    const window = this.#window();
    if (!window) return this.#store.detail.stretches.length ? 'From the call’s history: each stretch with its highest anger' : 'Nothing heard yet';
    const when = duration(window.at - this.#store.call.startedAt);
    if (window.notScored) return `${when}  Not scored: ${reasonFor(window.notScored)}`;
    const also = this.#store.detail.labels
      .map(label => [label, this.#store.probabilityOf(window, label)])
      .filter(([label, p]) => label !== 'angry' && p >= 0.1)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([label, p]) => `${wordFor(label).toLowerCase()} ${share(p)}`);
    return [`${when}  ${wordFor(window.top)}`, `anger ${share(this.#store.angerOf(window))}`, ...also].join('  ·  ');
  }
}
