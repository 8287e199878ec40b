/** An alert as a card. */

import { hourAndMinute, nameOf, span } from './format.js';
import { timeIn } from './call-clock.js';
import { known, t } from './words.js';

export function severityWord(alert) {
  const key = `severity.${alert.severity}`;
  return t(known(key) ? key : 'severity');
}

/** How long ago it was raised, in its call's own time. */
export function ageOf(alert, call, now) {
  return span(timeIn(call, now) - alert.raisedAt);
}

/** Fills a card made from the template; its parts are the same on every page. */
export function fillCard(card, alert, call, now) {
  card.classList.toggle('open', alert.open);
  card.dataset.severity = alert.severity;
  put(card, '.severity', severityWord(alert));
  put(card, '.age', alert.open ? ageOf(alert, call, now) : outcome(alert));
  put(card, '.evidence', sentence(alert.evidence));
  put(card, '.action', alert.open ? alert.action : '');
  const link = card.querySelector('.who a');
  if (link) {
    link.href = `/calls/${encodeURIComponent(call.id)}`;
    put(card, '.who a', nameOf(call));
  }
}

function outcome(alert) {
  return alert.clearedAt ? t('alert.cleared', { time: hourAndMinute(alert.clearedAt) }) : t('alert.call-ended');
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function put(card, selector, text) {
  const element = card.querySelector(selector);
  if (element.textContent !== text) element.textContent = text;
}
