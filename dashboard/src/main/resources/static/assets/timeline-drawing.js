/**
 * The picture of a call over its time: anger as a curve with its alerts, each emotion as a row that darkens with its
 * probability, and hatching where nothing was scored.
 */

import { prepare, colours } from './canvas.js';
import { inOrder, reasonFor, wordFor } from './emotions.js';
import { duration, share } from './format.js';
import { t } from './words.js';

const TOP = 22;
const PLOT = 190;
const GAP = 16;
const ROW = 18;
const AXIS = 26;
const RIGHT = 10;
const NARROW = 560;
const AXIS_STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
const BREAK_MS = 3_000;

/** What is left free beside the picture, CSS pixels: all tracks stand under one another. */
export function marginsOf(width) {
  return { left: width < NARROW ? 70 : 92, right: RIGHT };
}

/** Holds and what was not scored, each with the reason in words. */
export function unheardOf(store, end) {
  const { call, holds } = store.detail;
  const held = holds.map(hold => ({ from: hold.from, to: hold.to ?? end, why: t('reason.HOLD') }));
  const inHold = (from, to) => held.some(hold => from < hold.to && to > hold.from);
  const unheard = store.stretches()
    .filter(stretch => stretch.notScored && !inHold(stretch.from, stretch.to))
    .map(stretch => ({ from: Math.max(stretch.from, call.startedAt), to: stretch.to, why: reasonFor(stretch.notScored) }));
  return [...held, ...unheard];
}

/**
 * @param {CallStore} store
 * @param {number} end the right edge, epoch ms of the call's time
 * @param {object|null} picked the window that the viewer looks at
 * @param {boolean} withRows whether each emotion has its row
 * @returns {(x: number) => number} the moment at a place, CSS pixels from the canvas' left edge
 */
export function drawTimeline(canvas, store, end, picked, withRows) {
  const rows = withRows ? inOrder(store.emotions()) : [];
  canvas.style.height = `${TOP + PLOT + GAP + rows.length * ROW + AXIS}px`;
  const { context, width } = prepare(canvas);
  const margins = marginsOf(width);
  const left = margins.left;
  const right = width - margins.right;
  const start = store.call.startedAt;
  const rowTop = i => TOP + PLOT + GAP + i * ROW;
  const drawing = {
    context, store, end, picked, rows, left, right, rowTop,
    colour: colours(),
    x: at => left + ((at - start) / (end - start)) * (right - left),
    y: p => TOP + PLOT - p * PLOT,
    bottom: rowTop(rows.length),
  };
  context.font = '500 12px Inter, system-ui, sans-serif';
  context.textBaseline = 'middle';
  drawScale(drawing);
  const unheard = drawUnheard(drawing);
  drawTold(drawing);
  drawRows(drawing);
  drawAnger(drawing);
  drawAlerts(drawing);
  for (const stretch of unheard) drawReason(drawing, stretch);
  drawPicked(drawing);
  return x => start + ((x - left) / (right - left)) * (end - start);
}

function drawScale({ context, colour, x, y, left, right, bottom, rows, rowTop, store, end }) {
  context.textAlign = 'right';
  for (const level of [0, 0.5, 1]) {
    context.fillStyle = colour.line;
    context.fillRect(left, Math.round(y(level)), right - left, 1);
    context.fillStyle = colour['ink-3'];
    context.fillText(share(level), left - 10, y(level));
  }
  context.fillStyle = colour['ink-2'];
  context.fillText(t('anger'), left - 10, y(0.75));
  rows.forEach((label, i) => {
    context.fillStyle = label === 'angry' ? colour.ember : colour['ink-2'];
    context.fillText(fitted(context, wordFor(label), left - 12), left - 10, rowTop(i) + ROW / 2);
  });
  const seconds = (end - store.call.startedAt) / 1000;
  const step = AXIS_STEPS_S.find(s => (s / seconds) * (right - left) >= 64) ?? 7200;
  context.textAlign = 'center';
  context.fillStyle = colour['ink-3'];
  for (let s = 0; s <= seconds; s += step) {
    const at = x(store.call.startedAt + s * 1000);
    context.textAlign = s === 0 ? 'left' : at > right - 18 ? 'right' : 'center';
    context.fillText(duration(s * 1000), at, bottom + AXIS / 2 + 2);
  }
}

/** The text, cut short where it is wider than there is room. */
function fitted(context, text, width) {
  let end = text.length;
  const shown = () => (end < text.length ? `${text.slice(0, end)}…` : text);
  while (end > 1 && context.measureText(shown()).width > width) end--;
  return shown();
}

/** Hatches hold and what was not scored, and returns those stretches with their reasons. */
function drawUnheard(drawing) {
  const all = unheardOf(drawing.store, drawing.end);
  for (const { from, to } of all) hatch(drawing, from, to);
  return all;
}

function hatch({ context, colour, x, bottom }, from, to) {
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

function drawReason({ context, colour, x }, { from, to, why }) {
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
function drawTold({ context, colour, x, y, rows, rowTop, store }) {
  for (const stretch of store.told().filter(stretch => stretch.emotion)) {
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

function drawRows({ context, colour, x, rows, rowTop, left, right, store }) {
  rows.forEach((label, i) => {
    context.fillStyle = colour.line;
    context.globalAlpha = 0.5;
    context.fillRect(left, rowTop(i) + ROW - 1, right - left, 1);
    context.fillStyle = label === 'angry' ? colour.ember : colour.ink;
    for (const window of store.windows) {
      const p = store.probabilityOf(window, label);
      if (p === null || p < 0.01) continue;
      // On whole pixels: cells that overlap or leave a gap would show as stripes.
      const a = Math.round(x(window.at - window.hopMs));
      context.globalAlpha = Math.min(1, p);
      context.fillRect(a, rowTop(i) + 2, Math.round(x(window.at)) - a, ROW - 4);
    }
    context.globalAlpha = 1;
  });
}

function drawAnger({ context, colour, x, y, store }) {
  const fill = context.createLinearGradient(0, y(1), 0, y(0));
  fill.addColorStop(0, colour.ember);
  fill.addColorStop(1, `rgb(from ${colour.ember} r g b / 0)`);
  for (const run of scoredRuns(store)) {
    const line = new Path2D();
    line.moveTo(x(run[0].at - run[0].hopMs), y(store.angerOf(run[0])));
    for (const window of run) line.lineTo(x(window.at), y(store.angerOf(window)));
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

function scoredRuns(store) {
  const runs = [];
  let previous = null;
  for (const window of store.windows) {
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
function drawAlerts({ context, colour, x, y, left, right, store, end }) {
  const alerts = store.call.alerts;
  context.fillStyle = context.strokeStyle = colour.ember;
  for (const alert of alerts) {
    const [a, b] = [x(alert.raisedAt), x(alert.clearedAt ?? (alert.open ? end : store.call.endedAt))];
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
  const threshold = alerts.find(({ evidence }) => evidence.threshold !== null && evidence.watched === 'anger')?.evidence.threshold;
  if (threshold === undefined) return;
  context.setLineDash([4, 4]);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left, Math.round(y(threshold)) + 0.5);
  context.lineTo(right, Math.round(y(threshold)) + 0.5);
  context.stroke();
  context.setLineDash([]);
  context.textAlign = 'left';
  context.fillText(t('timeline.threshold', { level: share(threshold) }), left + 6, y(threshold) - 9);
}

function drawPicked({ context, colour, x, y, bottom, store, picked }) {
  if (!picked) return;
  context.fillStyle = colour.ink;
  context.fillRect(Math.round(x(picked.at)), TOP, 1, bottom - TOP);
  const anger = store.angerOf(picked);
  if (anger === null) return;
  context.beginPath();
  context.arc(x(picked.at) + 0.5, y(anger), 4.5, 0, 2 * Math.PI);
  context.fillStyle = colour.surface;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = colour.ember;
  context.stroke();
}
