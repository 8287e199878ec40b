/** A text area whose lines are numbered, and whose problems are marked where they are. */

import { yamlLine } from './yaml-lines.js';

/** What a problem is about begins at its place and ends before one of these. */
const END = /[\s,\]}]|$/;

export class YamlEditor {
  #area;
  #under;
  #gutter;
  #problems = [];

  /**
   * @param {HTMLElement} box holds a gutter, what lies under the text area, and the text area
   * @param {() => void} changed is called at each change by the reader
   */
  constructor(box, changed) {
    this.#area = box.querySelector('textarea');
    this.#under = box.querySelector('.under');
    this.#gutter = box.querySelector('.gutter');
    this.#area.addEventListener('scroll', () => this.#align());
    this.#area.addEventListener('keydown', event => this.#indent(event));
    this.#area.addEventListener('input', () => {
      this.#paint();
      changed();
    });
  }

  get text() {
    return this.#area.value;
  }

  set text(text) {
    const { selectionStart, scrollTop } = this.#area;
    this.#area.value = text;
    this.#area.setSelectionRange(selectionStart, selectionStart);
    this.#area.scrollTop = scrollTop;
    this.#paint();
  }

  /** Marks where they are. */
  set problems(problems) {
    this.#problems = problems;
    this.#area.setAttribute('aria-invalid', String(problems.length > 0));
    this.#paint();
  }

  focus() {
    this.#area.focus();
  }

  toTop() {
    this.#area.setSelectionRange(0, 0);
    this.#area.scrollTo(0, 0);
  }

  /** Puts the reader where a problem is. */
  goTo({ line, column }) {
    const lines = this.text.split('\n');
    const [from, to] = rangeOf(lines[line - 1] ?? '', column);
    const begin = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    this.#area.focus();
    this.#area.setSelectionRange(begin + from, begin + to);
    this.#area.scrollTop = (line - 4) * (this.#area.scrollHeight / lines.length);
  }

  /** Begins a new line below the one before. Undoing it works, as the browser itself writes it. */
  #indent(event) {
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
    const { value, selectionStart } = this.#area;
    const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
    const indentation = /^ */.exec(line)[0] + (/^\s*- /.test(line) ? '  ' : '');
    if (indentation && document.execCommand('insertText', false, `\n${indentation}`)) event.preventDefault();
  }

  #paint() {
    const lines = this.text.split('\n');
    const wrong = new Map();
    for (const { line, column } of this.#problems) {
      const at = Math.min(line, lines.length);
      wrong.set(at, [...(wrong.get(at) ?? []), rangeOf(lines[at - 1], column)]);
    }
    this.#under.replaceChildren(...lines.map((line, i) => yamlLine(line, wrong.get(i + 1))));
    this.#gutter.replaceChildren(...lines.map((_, i) => {
      const number = document.createElement('div');
      number.textContent = String(i + 1);
      number.classList.toggle('wrong', wrong.has(i + 1));
      return number;
    }));
    this.#align();
  }

  #align() {
    const { scrollLeft, scrollTop } = this.#area;
    this.#under.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;
    this.#gutter.scrollTop = scrollTop;
  }
}

/** From and to, in characters from 0; at least one character where there is one. */
function rangeOf(text, column) {
  const from = Math.min(column - 1, Math.max(0, text.length - 1));
  const length = text.slice(from).search(END);
  return [from, Math.min(text.length, from + Math.max(1, length))];
}
