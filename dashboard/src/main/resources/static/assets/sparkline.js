/** The last two minutes of a caller's anger, as small as a word. */

import { prepare, colours } from './canvas.js';

const SPAN_MS = 120_000;
const GAP_MS = 3_000;
const HIGH = 0.5;

/**
 * @param {{at: number, anger: number|null}[]} points in time order; null where nothing was scored
 * @param {number} now the right edge, epoch ms
 */
export function drawSparkline(canvas, points, now) {
  const { context, width, height } = prepare(canvas);
  const colour = colours();
  const pad = 4;
  const x = at => width - pad - ((now - at) / SPAN_MS) * (width - 2 * pad);
  const y = anger => height - pad - anger * (height - 2 * pad);

  context.fillStyle = colour.line;
  context.fillRect(0, Math.round(y(0)), width, 1);

  const runs = scoredRuns(points.filter(point => point.at > now - SPAN_MS));
  const stroke = heat(context, colour, y);
  for (const run of runs) {
    const line = new Path2D();
    run.forEach((point, i) => line[i ? 'lineTo' : 'moveTo'](x(point.at), y(point.anger)));
    const area = new Path2D(line);
    area.lineTo(x(run.at(-1).at), y(0));
    area.lineTo(x(run[0].at), y(0));
    context.globalAlpha = 0.14;
    context.fillStyle = stroke;
    context.fill(area);
    context.globalAlpha = 1;
    context.strokeStyle = stroke;
    context.lineWidth = 1.6;
    context.lineJoin = 'round';
    context.stroke(line);
  }
  const last = runs.at(-1)?.at(-1);
  if (last) {
    context.fillStyle = last.anger >= HIGH ? colour.ember : colour['ink-2'];
    context.beginPath();
    context.arc(x(last.at), y(last.anger), 2.6, 0, 2 * Math.PI);
    context.fill();
  }
}

/** Grey below, ember above: the line itself says where anger begins to matter. */
function heat(context, colour, y) {
  const gradient = context.createLinearGradient(0, y(1), 0, y(0));
  gradient.addColorStop(0, colour.ember);
  gradient.addColorStop(1 - HIGH, colour.ember);
  gradient.addColorStop(1 - HIGH + 0.03, colour['ink-3']);
  gradient.addColorStop(1, colour['ink-3']);
  return gradient;
}

/** Stretches without a break: a line across what was not scored would be a guess. */
function scoredRuns(points) {
  const runs = [];
  let previous = null;
  for (const point of points) {
    if (point.anger === null) {
      previous = null;
      continue;
    }
    if (!previous || point.at - previous.at > GAP_MS) runs.push([]);
    runs.at(-1).push(point);
    previous = point;
  }
  return runs;
}
