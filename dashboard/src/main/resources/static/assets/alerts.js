/** An alert as a card. */

import { evidenceOf } from './evidence.js';
import { hourAndMinute, nameOf, span } from './format.js';
import { timeIn } from './call-clock.js';
import { known, t } from './words.js';
import { putIn } from './dom.js';

export function severityWord(alert) {
  const key = `severity.${alert.severity}`;
  return t(known(key) ? key : 'severity');
}

/** How long ago it was raised, in its call's own time. */
export function ageOf(alert, call, now) {
  return span(timeIn(call, now) - alert.raisedAt);
}

/** Whether nobody is to be bothered with it for now. */
export function sleeps(alert, now) {
  return alert.open && alert.handling.snoozedUntil !== null && alert.handling.snoozedUntil > now;
}

/** Whether it waits for somebody to take it. */
export function waits(alert, now) {
  return alert.open && alert.handling.acknowledgedBy === null && !sleeps(alert, now);
}

/** Fills a card made from the template; its parts are the same on every page. */
export function fillCard(card, alert, call, now) {
  card.classList.toggle('open', alert.open);
  card.classList.toggle('waiting', waits(alert, now));
  card.dataset.severity = alert.severity;
  putIn(card, '.severity', severityWord(alert));
  putIn(card, '.rule', alert.rule);
  putIn(card, '.age', alert.open ? ageOf(alert, call, now) : outcome(alert));
  putIn(card, '.evidence', evidenceOf(alert));
  putIn(card, '.action', alert.open ? actionOf(alert) : '');
  putIn(card, '.handled', handledBy(alert, now));
  const link = card.querySelector('.who a');
  if (link) {
    link.href = `/calls/${encodeURIComponent(call.id)}`;
    putIn(card, '.who a', nameOf(call));
  }
}

function outcome(alert) {
  return alert.clearedAt ? t('alert.cleared', { time: hourAndMinute(alert.clearedAt) }) : t('alert.call-ended');
}

/** In the viewer's language where the rule names one of the actions that are known. */
function actionOf({ action, actionCode }) {
  return known(`action.${actionCode}`) ? t(`action.${actionCode}`) : action;
}

function handledBy(alert, now) {
  const { acknowledgedBy, snoozedUntil, verdict, judgedBy, note, notedBy } = alert.handling;
  return [
    acknowledgedBy && t('alert.taken', { name: acknowledgedBy }),
    sleeps(alert, now) && t('alert.snoozed', { time: hourAndMinute(snoozedUntil) }),
    verdict && t(`alert.judged.${verdict}`, { name: judgedBy }),
    note && `“${note}” ${notedBy}`,
  ].filter(Boolean).join(' · ');
}
