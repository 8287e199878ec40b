/** The queue of alerts, with what can be done about each. */

import { fillCard, sleeps } from './alerts.js';
import { AlertSteps } from './alert-steps.js';
import { KeyedList } from './keyed-list.js';
import { may } from './me.js';

const SHOWN = 12;
const MINUTE_MS = 60_000;
const PRESSES_WITHIN_MS = 10_000;

export class AlertQueue {
  #list;
  #cards;
  #steps;
  #clock;
  #shown = [];
  #pointedAt = -Infinity;

  /** @param {Freshness} clock the dashboard's */
  constructor(list, template, clock) {
    this.#list = list;
    this.#cards = new KeyedList(list, template);
    this.#clock = clock;
    this.#steps = new AlertSteps(() => this.show(this.#shown));
    list.addEventListener('pointermove', () => (this.#pointedAt = performance.now()));
    list.addEventListener('pointerleave', () => (this.#pointedAt = -Infinity));
    list.addEventListener('click', event => this.#press(event.target.closest('button'), event.detail > 0));
    // Who begins to write is not to press keys that do something else.
    list.addEventListener('toggle', event => event.newState === 'open' && event.target.querySelector('input')?.focus(), true);
    list.addEventListener('submit', event => this.#note(event));
  }

  /** @param {{alert: object, call: object}[]} entries in their order; all open ones are shown, and a few that are over */
  show(entries) {
    this.#shown = entries;
    const open = entries.filter(({ alert }) => alert.open).length;
    const held = this.#isHeld();
    const note = this.#list.parentElement.querySelector('.held');
    if (note) note.hidden = !held;
    this.#cards.show(
      entries.slice(0, Math.max(SHOWN, open)).map(entry => ({ id: entry.alert.id, ...entry })),
      (card, entry) => this.#fill(card, entry), !held);
  }

  /** Takes the alert for the viewer. */
  acknowledge(id) {
    if (may('ACT_ON_ALERTS')) this.#steps.take('acknowledge', id);
  }

  /** The alert of the card that has the focus; undefined where none has. */
  focused() {
    return document.activeElement.closest('.alert-card')?.dataset.id;
  }

  /** Who is about to press something is not to find something else there; a pointer that only lies there holds nothing. */
  #isHeld() {
    return performance.now() - this.#pointedAt < PRESSES_WITHIN_MS || this.#list.contains(document.activeElement);
  }

  #fill(card, { alert, call }) {
    const now = this.#clock.now();
    this.#steps.hear(alert);
    card.dataset.id = alert.id;
    card.querySelector('.steps').hidden = !may('ACT_ON_ALERTS');
    fillCard(card, alert, call, now);
    const pending = this.#steps.pending(alert.id);
    const says = this.#steps.says(alert.id);
    const said = card.querySelector('.said');
    if (said.textContent !== says) said.textContent = says;
    said.classList.toggle('refused', Boolean(says) && !pending);
    card.classList.toggle('pending', Boolean(pending));
    card.querySelector('[data-step=acknowledge]').hidden = !alert.open || alert.handling.acknowledgedBy !== null;
    card.querySelector('.snooze').hidden = !alert.open || sleeps(alert, now);
    for (const button of card.querySelectorAll('[data-verdict]')) {
      button.ariaPressed = String(button.dataset.verdict === alert.handling.verdict);
    }
  }

  /** @param {boolean} byPointer then the focus is left where nothing waits for it */
  #press(button, byPointer) {
    const id = button?.closest('.alert-card').dataset.id;
    const { step, minutes, verdict } = button?.dataset ?? {};
    if (!step) return;
    button.closest('details')?.removeAttribute('open');
    if (byPointer) button.blur();
    const wish = minutes ? { until: Math.round(this.#clock.now()) + minutes * MINUTE_MS } : verdict ? { verdict } : {};
    this.#steps.take(step, id, wish);
  }

  #note(event) {
    event.preventDefault();
    const field = event.target.elements.note;
    const note = field.value.trim();
    if (!note) return;
    this.#steps.take('note', event.target.closest('.alert-card').dataset.id, { note });
    field.value = '';
    event.target.closest('details').removeAttribute('open');
  }
}
