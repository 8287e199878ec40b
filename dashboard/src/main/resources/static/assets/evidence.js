/** An alert's evidence in one sentence, in the viewer's language, from the figures that its rule names. */

import { wordFor } from './emotions.js';
import { oneDigit, percent, share, span } from './format.js';
import { known, t } from './words.js';

const seconds = s => span(s * 1000);
const signed = p => (p < 0 ? '−' : '') + share(Math.abs(p));

/** How each figure is written, in the order in which they are told; docs/rules.md defines them. */
const forms = new Map(Object.entries({
  anger: signed, valence: signed, arousal: signed,
  anger_trend_10s: signed, anger_trend_30s: signed, anger_trend_60s: signed,
  agent_interrupts: n => n, caller_interrupts: n => n, overlap: percent, talk_share: percent,
  silence: seconds, hold: seconds, hold_total: seconds, holds: n => n,
  caller_loudness: oneDigit, agent_loudness: oneDigit, speaking_rate: oneDigit, caller_pitch_rise: oneDigit,
}));

/** What the rule's author says stands in for a rule that watches no figure; its name, where that is nothing. */
export function evidenceOf({ evidence, open, rule }) {
  const watched = open ? watchedNow(evidence) : watchedAtMost(evidence);
  if (!watched) return sentence([evidence.summary ?? (others(evidence).join(', ') || atMost(evidence) || rule)]);
  return sentence([watched, ...(open ? others(evidence) : [])]);
}

function watchedNow(evidence) {
  const { watched, level, seconds: held } = evidence;
  const what = phrase(watched, level);
  if (what && isBack(evidence)) return `${watchedAtMost(evidence)}, ${t('evidence.now', { value: written(watched, level) })}`;
  return what && held !== null ? t('evidence.for', { what, time: seconds(held) }) : what;
}

/** Whether the figure is no longer beyond the threshold; the alert stays open for a while. */
function isBack({ level, peak, threshold }) {
  return threshold !== null && (level < threshold) !== (peak < threshold);
}

function watchedAtMost({ watched, peak }) {
  return phrase(watched, peak, value => t('evidence.up-to', { value }));
}

/** All that the history keeps of a figure. */
function atMost({ watched, peak }) {
  return watched === null && peak ? t('evidence.up-to', { value: share(peak) }) : '';
}

function others({ watched, figures }) {
  return [...forms.keys()].filter(name => name !== watched && figures[name]).map(name => phrase(name, figures[name]));
}

/** Empty for an expression that is no figure. */
function phrase(name, value, form = text => text) {
  const emotion = emotionOf(name);
  if (emotion) return `${wordFor(emotion)} ${form(written(name, value))}`;
  if (!forms.has(name) || !known(`evidence.${name}`)) return '';
  return t(`evidence.${name}`, { n: value, value: form(written(name, value)) });
}

function written(name, value) {
  return (emotionOf(name) ? share : forms.get(name))(value);
}

function emotionOf(name) {
  return name?.match(/^emotions\["(.+)"\]$/)?.[1];
}

function sentence(parts) {
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
