/** What the pages say, in the viewer's language: each language is one file of `words/`, named in `words/languages.js`. */

import { languages } from './words/languages.js';
import { words as english } from './words/en.js';
import { preference } from './preferences.js';

/** The language of the page, such as `de`. */
export const language = [preference('language', null), ...navigator.languages.map(tag => tag.split('-')[0])]
  .find(tag => tag in languages) ?? 'en';

/** How numbers and times are written: as the browser does where it speaks the page's language. */
export const locale = navigator.languages.find(tag => tag.split('-')[0] === language) ?? language;

const { words } = await import(`./words/${language}.js`);
const plural = new Intl.PluralRules(locale);

/**
 * The words under `key`, those in braces replaced by the values of their names. Where a language tells numbers apart, the
 * value `n` decides. A key without words stands for itself.
 */
export function t(key, values = {}) {
  const found = words[key] ?? english[key] ?? key;
  const text = typeof found === 'string' ? found : found[plural.select(values.n)] ?? found.other;
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** Whether there are words under `key`, in whatever language. */
export function known(key) {
  return Object.hasOwn(words, key) || Object.hasOwn(english, key);
}

/** Fills what a page's markup leaves to this: text by `data-t`, names by `data-t-label`, hints by `data-t-hint`. */
export function fillWords(root = document) {
  for (const element of root.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll('[data-t-label]')) element.setAttribute('aria-label', t(element.dataset.tLabel));
  for (const element of root.querySelectorAll('[data-t-hint]')) element.placeholder = t(element.dataset.tHint);
  for (const template of root.querySelectorAll('template')) fillWords(template.content);
}
