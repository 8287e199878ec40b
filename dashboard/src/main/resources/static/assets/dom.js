/** What all pages do with their elements. */

export const byId = id => document.getElementById(id);

/** Writes a text, where it is another than what is there: what stays the same costs no layout. */
export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** The same within an element, say a row. */
export function putIn(element, selector, text) {
  put(element.querySelector(selector), text);
}

/** Says what is in the way, at the page's place for it; nothing takes it back. */
export function say(problem) {
  put(byId('problem'), problem || '');
  byId('problem').hidden = !problem;
}
