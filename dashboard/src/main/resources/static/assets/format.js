/** How numbers and times are written. */

import { locale } from './words.js';

const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
const minute = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const hundredths = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
const whole = new Intl.NumberFormat(locale, { style: 'percent' });
const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const counts = new Intl.NumberFormat(locale);

/** 754000 → "12:34"; an hour or more as "1:02:03". */
export function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = n => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** 34000 → "34 s", 154000 → "2 min 34 s". */
export function span(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  const minutes = Math.floor(seconds / 60);
  return rest && minutes < 10 ? `${minutes} min ${rest} s` : `${minutes} min`;
}

/** A probability from 0 to 1; what is not known is a dash. */
export function share(p) {
  return p === null || p === undefined ? '–' : hundredths.format(p);
}

/** 0.512 → "51%"; what is not known is a dash. */
export function percent(share) {
  return share === null || share === undefined ? '–' : whole.format(share);
}

/** A whole number; what is not known is a dash. */
export function count(number) {
  return number === null || number === undefined ? '–' : counts.format(number);
}

/** One digit after the point; what is not known is a dash. */
export function oneDigit(number) {
  return number === null || number === undefined ? '–' : tenths.format(number);
}

export function dayAndTime(ms) {
  return day.format(ms);
}

export function timeOfDay(ms) {
  return clock.format(ms);
}

export function hourAndMinute(ms) {
  return minute.format(ms);
}

/** The begin of a day such as `2026-03-02` in the viewer's zone, epoch ms; of the day after it where it is the last one. */
export function dayBegin(day, next = false) {
  const [y, m, d] = day.split('-').map(Number);
  return new Date(y, m - 1, d + (next ? 1 : 0)).getTime();
}

/** "customer" where it is known, otherwise the call's id. */
export function nameOf(call) {
  return call.customer ?? call.id;
}

/** What else is known of who talks: "Billing · agent-7". */
export function partiesOf(call) {
  return [call.queue, call.agent, call.customer && call.id].filter(Boolean).join(' · ');
}
