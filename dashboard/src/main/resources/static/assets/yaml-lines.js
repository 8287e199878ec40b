/** Text in YAML as elements, line by line: keys and comments are told apart, places can be marked. */

const KEY = /^(\s*(?:-\s+)?)([\w.-]+:)(?=\s|$)/;
const COMMENT = /(?:^|\s)#.*$/;
const CONTEXT = 3;

/**
 * One line.
 *
 * @param {[number, number][]} marks from and to, in characters from 0
 */
export function yamlLine(text, marks = []) {
  const spans = [...tokens(text), ...marks.map(([from, to]) => [from, to, 'mark'])];
  const cuts = [...new Set([0, text.length, ...spans.flatMap(([from, to]) => [from, to])])].sort((a, b) => a - b);
  const line = element('div', 'line');
  for (let i = 1; i < cuts.length; i++) {
    const names = spans.filter(([from, to]) => from <= cuts[i - 1] && cuts[i] <= to).map(([, , name]) => name);
    const piece = text.slice(cuts[i - 1], cuts[i]);
    line.append(names.length ? element('span', names.join(' '), piece) : piece);
  }
  if (!text) line.append('\u200b'); // so high as the others
  line.classList.toggle('wrong', marks.length > 0);
  return line;
}

function tokens(text) {
  const found = [];
  const key = KEY.exec(text);
  if (key) found.push([key[1].length, key[0].length, 'key']);
  const comment = COMMENT.exec(text);
  if (comment && !isQuoted(text, comment.index)) found.push([comment.index, text.length, 'comment']);
  return found;
}

/** Whether a quotation that began before is still open there. */
function isQuoted(text, at) {
  return [...text.slice(0, at).matchAll(/"/g)].length % 2 === 1 || /(^|[\s[{,])'[^']*$/.test(text.slice(0, at));
}

/** A whole text with its lines' numbers. */
export function numbered(text) {
  return linesOf(text).map((line, i) => row(String(i + 1), '', yamlLine(line)));
}

/** What differs, with some lines around it; empty where nothing does. */
export function differing(rows) {
  const near = rows.map((_, i) => rows.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ sign }) => sign !== ' '));
  const shown = [];
  for (const [i, { sign, text, is, was }] of rows.entries()) {
    if (near[i]) {
      const kind = { '+': 'added', '-': 'removed', ' ': '' }[sign];
      shown.push(row(String(sign === '-' ? was : is), { '+': '+', '-': '−', ' ': '' }[sign], yamlLine(text), kind));
    } else if (near[i - 1]) {
      shown.push(row('', '⋯', yamlLine(''), 'gap'));
    }
  }
  return shown;
}

export function linesOf(text) {
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
}

function row(number, sign, line, kind = '') {
  const made = element('div', `row ${kind}`);
  made.append(element('span', 'nr', number), element('span', 'sign', sign), line);
  return made;
}

function element(name, className, text = '') {
  return Object.assign(document.createElement(name), { className, textContent: text });
}
