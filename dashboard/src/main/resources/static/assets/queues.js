/** How queues fared by the quarter hour, and how agents talk. */

import './shell.js';
import { getJson } from './api.js';
import { fillFrom, keep, valuesOf } from './address.js';
import { Freshness } from './freshness.js';
import { hourAndMinute, oneDigit, percent, share, span } from './format.js';
import { t } from './words.js';
import { byId } from './dom.js';

const AGAIN_MS = 15_000;
const HOUR_MS = 3_600_000;

const form = byId('search');
const freshness = new Freshness();
freshness.begin();
let timer;

fillFrom(form);
form.addEventListener('change', look);
look();

async function look() {
  clearTimeout(timer);
  const { hours, figure } = valuesOf(form);
  keep({ hours: hours === '8' ? '' : hours, figure: figure === 'anger' ? '' : figure });
  const now = Date.now();
  try {
    const { heat, agents, source } = await getJson(`/api/queues?from=${now - hours * HOUR_MS}&to=${now}`);
    freshness.heard({ source, now });
    freshness.connection(true);
    byId('problem').hidden = true;
    showHeat(heat, figure);
    showAgents(agents);
  } catch (problem) {
    if (!problem.status) freshness.connection(false);
    byId('problem').textContent = problem.message;
    byId('problem').hidden = false;
  }
  timer = setTimeout(look, AGAIN_MS);
}

function showHeat({ quarters, queues }, figure) {
  byId('empty').hidden = queues.length > 0;
  byId('heat').hidden = queues.length === 0;
  const most = Math.max(1, ...queues.flatMap(queue => queue.cells.map(cell => cell[figure] ?? 0)));
  const head = element('tr', [element('td', [], 'none'), ...quarters.map(from => {
    const cell = element('th', [new Date(from).getMinutes() === 0 ? hourAndMinute(from) : '']);
    cell.scope = 'col';
    return cell;
  })]);
  const rows = queues.map(({ name, cells }) => {
    const first = element('th', [name ?? t('queues.none')]);
    first.scope = 'row';
    return element('tr', [first, ...cells.map((cell, i) => heatCell(cell, figure, most, name, quarters[i]))]);
  });
  byId('heat').replaceChildren(element('thead', [head]), element('tbody', rows));
}

/** Anger is shown against the whole scale, counts against the largest. */
function heatCell(cell, figure, most, queue, from) {
  const value = cell[figure];
  const known = value !== null && (figure === 'anger' || value > 0);
  const text = !known ? '·' : figure === 'anger' ? share(value) : String(value);
  const box = element('td', [text], known ? '' : 'none');
  const heat = known ? Math.min(1, figure === 'anger' ? value / 0.8 : value / most) : 0;
  box.style.setProperty('--heat', String(Math.round(heat * 60)));
  box.classList.toggle('strong', heat > 0.72);
  box.title = t('queues.cell', {
    queue: queue ?? t('queues.none'), time: hourAndMinute(from), anger: share(cell.anger), alerts: cell.alerts, calls: cell.calls,
  });
  return box;
}

function showAgents(agents) {
  byId('agents').tBodies[0].replaceChildren(...agents.map(agent => {
    const name = element('th', [agent.agent]);
    name.scope = 'row';
    const figures = [
      String(agent.calls), percent(agent.talkShare), oneDigit(agent.syllablesPerSecond),
      agent.responseMs === null ? '–' : `${oneDigit(agent.responseMs / 1000)} s`,
      oneDigit(agent.interruptionsPerCall), span(agent.longestMonologueMs),
    ];
    return element('tr', [name, ...figures.map(figure => element('td', [figure], 'number'))]);
  }));
}

function element(name, children, className = '') {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}
