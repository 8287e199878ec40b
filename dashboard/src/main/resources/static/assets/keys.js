/** Keys that do something wherever the focus is, but in a field. Those of one character can be switched off (WCAG 2.1.4). */

import { preference } from './preferences.js';

const GOES_ON_MS = 1_200;
const keys = new Map();
let begun = '';
let begunAt = 0;

/**
 * @param {string} sequence one key, or two with a space between, such as `g f`
 * @param {string} what the key of the words for what it does
 * @param {() => void} act
 */
export function onKey(sequence, what, act) {
  keys.set(sequence, { what, act });
}

/** @returns {[string, string][]} each sequence with the key of its words */
export function allKeys() {
  return [...keys].map(([sequence, { what }]) => [sequence, what]);
}

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (preference('keys', 'on') === 'off' || document.querySelector('dialog[open]')) return;
  const sequence = begun && Date.now() - begunAt < GOES_ON_MS ? `${begun} ${event.key}` : event.key;
  const hit = keys.get(sequence) ?? keys.get(event.key);
  begun = [...keys.keys()].some(key => key.startsWith(`${event.key} `)) ? event.key : '';
  begunAt = Date.now();
  if (!hit) return;
  event.preventDefault();
  begun = '';
  hit.act();
});

function isWriting(element) {
  return element.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
}
