/** Tries a draft on recent calls, and tells what it would have raised. */

import { send } from './api.js';
import { known, t } from './words.js';
import { dayAndTime, duration, oneDigit } from './format.js';

const SECOND_MS = 1_000;

export class BackTest {
  #section;
  #text;
  #parts;
  #running = null;
  #usable = true;

  /**
   * @param {HTMLElement} section
   * @param {() => string} text what is tried
   */
  constructor(section, text) {
    this.#section = section;
    this.#text = text;
    const part = id => section.querySelector(`#${id}`);
    this.#parts = { run: part('try'), stop: part('stop'), working: part('working'), problem: part('back-test-problem'), outcome: part('outcome') };
    this.#parts.run.addEventListener('click', () => this.#run());
    this.#parts.stop.addEventListener('click', () => this.#running?.abort());
  }

  /** Whether the text can be tried at all. */
  allow(usable) {
    this.#usable = usable;
    this.#parts.run.disabled = !usable;
  }

  /** The text has changed since. */
  aged() {
    const { outcome } = this.#parts;
    if (!outcome.firstElementChild || outcome.classList.contains('aged')) return;
    outcome.classList.add('aged');
    outcome.prepend(element('p', 'note', t('back-test.aged')));
  }

  /** There is another draft, or none. */
  forget() {
    this.#running?.abort();
    this.#parts.outcome.replaceChildren();
    this.#parts.problem.hidden = true;
  }

  async #run() {
    const { run, stop, working, problem, outcome } = this.#parts;
    const running = new AbortController();
    this.#running = running;
    const name = crypto.randomUUID?.() ?? String(Math.random());
    // Closing the connection does not end it.
    running.signal.addEventListener('abort', () => send('DELETE', `/api/rules/backtest/${name}`).catch(() => {}));
    const hours = this.#section.querySelector('[name=hours]').value;
    const text = this.#text();
    const begun = Date.now();
    const ticking = setInterval(() => {
      working.lastChild.textContent = duration(Date.now() - begun);
    }, SECOND_MS);
    working.replaceChildren(element('span', 'pulse'), t('back-test.working', { n: Number(hours) }), ' ', element('span', 'elapsed'));
    run.hidden = true;
    stop.hidden = false;
    stop.focus();
    problem.hidden = true;
    try {
      const found = await send('POST', `/api/rules/backtest?hours=${hours}&name=${name}`, text || '\n', running.signal);
      outcome.classList.remove('aged');
      outcome.replaceChildren(...this.#tell(found, hours));
      if (text !== this.#text()) this.aged();
      working.replaceChildren(t('back-test.done'));
    } catch (failure) {
      working.replaceChildren(running.signal.aborted ? t('back-test.cancelled') : '');
      problem.textContent = failure.message;
      problem.hidden = running.signal.aborted;
    }
    clearInterval(ticking);
    this.#running = null;
    const focused = document.activeElement === stop;
    stop.hidden = true;
    run.hidden = false;
    run.disabled = !this.#usable;
    if (focused) run.focus();
  }

  #tell(found, hours) {
    if (found.calls === 0) return [element('p', 'summary', t('back-test.no-calls', { n: Number(hours) }))];
    const sum = name => found.rules.reduce((all, rule) => all + rule[name], 0);
    const values = { n: found.calls, time: duration(found.callMs), here: sum('tested'), there: sum('inForce'), version: found.against };
    const told = [element('p', 'summary', t('back-test.summary', values)), this.#table(found)];
    if (found.differing.length === 0) told.push(element('p', 'note', t('back-test.same')));
    for (const change of ['ONLY_TESTED', 'ONLY_AGAINST', 'MOVED']) {
      const alerts = found.differing.filter(alert => alert.change === change);
      if (alerts.length) told.push(element('h3', '', t(`back-test.${change}`, { version: found.against })), this.#alerts(alerts));
    }
    if (found.more) told.push(element('p', 'note', t('back-test.more', { n: found.more })));
    if (found.unreadable) told.push(element('p', 'note', t('fresh.unreadable', { n: found.unreadable })));
    return told;
  }

  #table({ rules, against }) {
    const groups = [['', 1], [t('back-test.here'), 2], [against, 2], [t('back-test.calls'), 3]];
    const columns = [t('back-test.rule'), t('back-test.alerts'), t('back-test.per-hour'), t('back-test.alerts'), t('back-test.per-hour'),
      t('back-test.only-here'), t('back-test.only-there', { version: against }), t('back-test.moved')];
    const top = row(groups.map(([text, colSpan]) => (
      text ? Object.assign(element('th', 'number', text), { colSpan, scope: 'colgroup' }) : element('td'))));
    const head = row(columns.map((text, i) => Object.assign(element('th', i ? 'number' : '', text), { scope: 'col' })));
    const body = rules.map(rule => row([
      Object.assign(element('th', '', rule.rule), { scope: 'row' }),
      figure(rule.tested), figure(rule.perHour, oneDigit), figure(rule.inForce), figure(rule.perHourInForce, oneDigit),
      figure(rule.onlyTested), figure(rule.onlyInForce), figure(rule.moved),
    ]));
    return boxed(table([top, head], body), t('back-test.title'));
  }

  #alerts(alerts) {
    const body = alerts.map(alert => {
      const link = Object.assign(element('a', 'link', alert.call), { href: `/calls/${encodeURIComponent(alert.call)}` });
      const call = Object.assign(element('th'), { scope: 'row' });
      call.append(link);
      const when = alert.raisedBefore
        ? t('back-test.not-at', { time: dayAndTime(alert.raisedAt), before: dayAndTime(alert.raisedBefore) })
        : dayAndTime(alert.raisedAt);
      const severity = `severity.${alert.severity.toUpperCase()}`;
      return row([call, element('td', '', alert.rule), element('td', '', known(severity) ? t(severity) : alert.severity),
        element('td', '', when), element('td', 'text', alert.text)]);
    });
    return boxed(table([], body, 'alerts'), t('back-test.calls'));
  }
}

function table(head, body, kind = '') {
  const made = element('table', `plain ${kind}`);
  if (head.length) made.append(document.createElement('thead'));
  made.tHead?.append(...head);
  made.append(document.createElement('tbody'));
  made.tBodies[0].append(...body);
  return made;
}

function figure(value, written = String) {
  return element('td', value ? 'number' : 'number none', written(value));
}

function row(cells) {
  const made = document.createElement('tr');
  made.append(...cells);
  return made;
}

/** What is too wide is scrolled, by keys too. */
function boxed(content, name) {
  const box = Object.assign(element('div', 'heat-box'), { tabIndex: 0, role: 'region', ariaLabel: name });
  box.append(content);
  return box;
}

function element(name, className = '', text = '') {
  return Object.assign(document.createElement(name), { className, textContent: text });
}
