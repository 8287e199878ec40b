/** What else a call's timeline tells: emotions as lines or stacked, valence and arousal, loudness, who talks. */

import uPlot from './vendor/uplot/uPlot.esm.js';
import { colours, onSchemeChange } from './canvas.js';
import { inOrder, wordFor } from './emotions.js';
import { oneDigit, percent, share } from './format.js';
import { marginsOf, unheardOf } from './timeline-drawing.js';

const BREAK_MS = 3_000;
const HEIGHTS = { emotions: 150, affect: 96, loudness: 76, talk: 92 };
const DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3], [1, 4]];
const QUIETEST_DBFS = -60;
const FONT = '500 12px Inter, system-ui, sans-serif';

export class Tracks {
  #boxes;
  #plots = new Map();
  #store = null;
  #end = 0;
  #way = 'rows';
  #onMove;
  #moving = false;

  /**
   * @param {Record<'emotions'|'affect'|'loudness'|'talk', Element>} boxes
   * @param {(at: number|null) => void} onMove told the moment under the pointer, epoch ms of the call's time
   */
  constructor(boxes, onMove) {
    this.#boxes = boxes;
    this.#onMove = onMove;
    const redo = () => {
      this.#clear();
      this.#draw();
    };
    let width = boxes.affect.clientWidth;
    new ResizeObserver(() => {
      if (boxes.affect.clientWidth === width) return;
      width = boxes.affect.clientWidth;
      redo();
    }).observe(boxes.affect.parentElement);
    onSchemeChange(redo);
  }

  /** @param {'rows'|'lines'|'stacked'} way in which the emotions are drawn: rows are the timeline's own */
  show(store, end, way) {
    if (way !== this.#way) this.#clear();
    this.#store = store;
    this.#end = end;
    this.#way = way;
    this.#draw();
  }

  /** Shows the moment in every track; null shows none. */
  point(at) {
    if (this.#moving) return;
    this.#moving = true;
    for (const plot of this.#plots.values()) {
      const left = at === null ? -10 : plot.valToPos(this.#seconds(at), 'x');
      plot.setCursor({ left, top: at === null ? -10 : plot.bbox.height / devicePixelRatio / 2 });
    }
    this.#moving = false;
  }

  #draw() {
    if (!this.#store) return;
    const windows = this.#store.windows;
    this.#track('emotions', this.#way !== 'rows' && windows.length > 0, () => this.#emotions());
    this.#track('affect', windows.some(window => window.valence !== null), () => this.#affect());
    this.#track('loudness', windows.some(window => window.loudness !== null), () => this.#loudness());
    this.#track('talk', windows.some(window => window.callerTalk !== null), () => this.#talk());
  }

  #track(name, wanted, make) {
    const box = this.#boxes[name];
    box.hidden = !wanted;
    if (!wanted || !box.clientWidth) return;
    const { series, data, range, bands, format } = make();
    const known = this.#plots.get(name);
    if (known && known.series.length === series.length + 1) {
      known.setData(data, false);
      known.setScale('x', this.#range());
      return;
    }
    known?.destroy();
    const { left, right } = marginsOf(box.clientWidth);
    this.#plots.set(name, new uPlot({
      width: box.clientWidth,
      height: HEIGHTS[name],
      padding: [8, right, 4, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false }, sync: { key: 'call' } },
      scales: { x: { time: false, auto: false, range: () => [this.#range().min, this.#range().max] }, y: { auto: false, range } },
      axes: [
        { show: false },
        {
          size: left, gap: 10, font: FONT, stroke: colours()['ink-3'], ticks: { show: false },
          grid: { stroke: colours().line, width: 1 }, splits: () => [range[0], (range[0] + range[1]) / 2, range[1]],
          values: (_, splits) => splits.map(format),
        },
      ],
      series: [{}, ...series],
      bands,
      hooks: {
        drawClear: [plot => this.#hatch(plot)],
        setCursor: [plot => this.#moved(plot)],
      },
    }, data, box.querySelector('.plot')));
  }

  #emotions() {
    const labels = inOrder(this.#store.detail.labels);
    const ink = colours();
    const stacked = this.#way === 'stacked';
    const values = labels.map(label => this.#column(window => this.#store.probabilityOf(window, label)));
    const shade = i => (labels[i] === 'angry' ? ink.ember : ink['ink-2']);
    this.#keys(labels.map((label, i) => ({ name: wordFor(label), angry: label === 'angry', dash: stacked ? null : i % DASHES.length, fill: stacked ? faint(i) : null })));
    if (!stacked) {
      return {
        data: [this.#column(this.#at), ...values], range: [0, 1], format: share,
        series: labels.map((label, i) => ({ stroke: shade(i), width: label === 'angry' ? 2 : 1.25, dash: DASHES[i % DASHES.length], points: { show: false } })),
      };
    }
    const sums = values.map((_, i) => values[0].map((first, at) => (first === null ? null : sumTo(values, i, at))));
    return {
      data: [this.#column(this.#at), ...sums], range: [0, 1], format: share,
      series: labels.map((label, i) => ({
        stroke: ink.surface, width: 1, points: { show: false }, fill: i === 0 ? tinted(shade(0), faint(0, labels[0])) : undefined,
      })),
      bands: labels.slice(1).map((label, i) => ({ series: [i + 2, i + 1], fill: tinted(shade(i + 1), faint(i + 1, label)) })),
    };
  }

  #affect() {
    const ink = colours();
    return {
      data: [this.#column(this.#at), this.#column(w => w.valence), this.#column(w => w.arousal)], range: [-1, 1], format: oneDigit,
      series: [
        { stroke: ink.ink, width: 1.5, points: { show: false } },
        { stroke: ink['ink-2'], width: 1.5, dash: [4, 3], points: { show: false } },
      ],
    };
  }

  #loudness() {
    return {
      data: [this.#column(this.#at), this.#column(w => w.loudness)], range: [QUIETEST_DBFS, 0], format: String,
      series: [{ stroke: colours()['ink-2'], width: 1.5, points: { show: false } }],
    };
  }

  /** The caller above the line, the agent below it. */
  #talk() {
    const ink = colours();
    const bars = uPlot.paths.bars({ size: [1, Infinity], align: -1 });
    return {
      data: [this.#column(this.#at), this.#column(w => w.callerTalk), this.#column(w => (w.agentTalk === null ? null : -w.agentTalk))],
      range: [-1, 1], format: value => percent(Math.abs(value)),
      series: [ink.ink, ink['ink-3']].map(fill => ({ fill: tinted(fill, 0.75), width: 0, paths: bars, points: { show: false } })),
    };
  }

  #at = window => this.#seconds(window.at);

  #seconds(at) {
    return (at - this.#store.call.startedAt) / 1000;
  }

  #range() {
    return { min: 0, max: this.#seconds(this.#end) };
  }

  /** A value for each window; where windows are missing, one that is not known between them. */
  #column(value) {
    const column = [];
    let before = null;
    for (const window of this.#store.windows) {
      if (before && window.at - before.at > BREAK_MS) column.push(value === this.#at ? this.#seconds(before.at + 1) : null);
      column.push(value(window));
      before = window;
    }
    return column;
  }

  #keys(items) {
    const list = this.#boxes.emotions.querySelector('.track-keys');
    const key = JSON.stringify(items);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...items.map(({ name, angry, dash, fill }) => {
      const item = document.createElement('li');
      item.textContent = name;
      item.className = angry ? 'angry' : '';
      if (dash !== null) item.dataset.dash = dash;
      if (fill !== null) item.style.setProperty('--fill', String(fill));
      return item;
    }));
  }

  #hatch(plot) {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.strokeStyle = colours().hatch;
    ctx.lineWidth = devicePixelRatio;
    for (const { from, to } of unheardOf(this.#store, this.#end)) {
      const [a, b] = [from, to].map(at => plot.valToPos(this.#seconds(at), 'x', true));
      ctx.save();
      ctx.beginPath();
      ctx.rect(a, bbox.top, b - a, bbox.height);
      ctx.clip();
      ctx.beginPath();
      const step = 7 * devicePixelRatio;
      for (let x = Math.floor((a - bbox.height) / step) * step; x < b; x += step) {
        ctx.moveTo(x, bbox.top + bbox.height);
        ctx.lineTo(x + bbox.height, bbox.top);
      }
      ctx.stroke();
      ctx.restore();
    }
    ctx.restore();
  }

  #moved(plot) {
    if (this.#moving || !this.#store) return;
    const { left } = plot.cursor;
    this.#moving = true;
    this.#onMove(left < 0 ? null : this.#store.call.startedAt + plot.posToVal(left, 'x') * 1000);
    this.#moving = false;
  }

  #clear() {
    this.#plots.forEach(plot => plot.destroy());
    this.#plots.clear();
  }
}

/** How strong an emotion's layer is: neighbours differ, anger stands out. */
function faint(i, label = '') {
  return label === 'angry' ? 0.85 : 0.12 + 0.16 * (i % 4);
}

function tinted(colour, alpha) {
  return `rgb(from ${colour} r g b / ${alpha})`;
}

function sumTo(values, last, at) {
  let sum = 0;
  for (let i = 0; i <= last; i++) sum += values[i][at] ?? 0;
  return sum;
}
