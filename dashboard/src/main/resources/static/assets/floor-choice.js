/** Which live calls are shown, and in which order; kept in the address. */

import { fillFrom, keep, valuesOf } from './address.js';
import { attention, worstOpen } from './floor-store.js';
import { durationOf } from './call-clock.js';
import { wordFor } from './emotions.js';
import { nameOf } from './format.js';

/** What each column is sorted by; what is not known comes last. */
const columns = {
  emotion: call => call.emotion && wordFor(call.emotion),
  caller: nameOf,
  confidence: call => call.confidence,
  anger: call => call.anger,
  trend: call => call.angerTrend,
  talk: call => call.talkShare,
  hold: call => call.heldMs + (call.heldSince === null ? 0 : Math.max(0, durationOf(call, Date.now()) - (call.heldSince - call.startedAt))),
  duration: call => -call.startedAt,
  alert: call => attention(worstOpen(call)) || null,
};

export class FloorChoice {
  #form;
  #heads;

  /** @param {() => void} changed told when the viewer chooses otherwise */
  constructor(form, heads, changed) {
    this.#form = form;
    this.#heads = heads;
    this.#offer(new URLSearchParams(location.search));
    fillFrom(form);
    const act = () => {
      this.#keep();
      changed();
    };
    form.addEventListener('input', act);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(() => {
      form.elements.sort.value = '';
      act();
    }));
    for (const head of heads) {
      head.querySelector('button').addEventListener('click', () => {
        this.#sortBy(head.dataset.sort);
        act();
      });
    }
    this.#mark();
  }

  /** Those of the calls that are chosen, in the order that is chosen; else in theirs. */
  of(calls, isKept = () => false) {
    const wants = this.#wanted();
    const chosen = calls.filter(call => wants(call) || isKept(call));
    return this.#sort ? chosen.sort(this.#order()) : chosen;
  }

  /** Whether any call is left out by choice. */
  get narrows() {
    const { text, queue, emotion, alert } = this.#values;
    return Boolean(text.trim() || queue || emotion || alert);
  }

  /** Offers what there is to choose from on the floor. */
  learn(calls) {
    addOptions(this.#form.elements.queue, new Set(calls.map(call => call.queue)), name => name);
    addOptions(this.#form.elements.emotion, new Set(calls.map(call => call.emotion)), wordFor);
  }

  get #values() {
    return valuesOf(this.#form);
  }

  get #sort() {
    const sort = this.#form.elements.sort.value;
    return Object.hasOwn(columns, sort.replace('-', '')) ? sort : '';
  }

  #wanted() {
    const { text, queue, emotion, alert } = this.#values;
    const wanted = text.trim().toLowerCase();
    return call => (!queue || call.queue === queue)
      && (!emotion || call.emotion === emotion)
      && (!alert || Boolean(worstOpen(call)))
      && (!wanted || [call.id, call.customer, call.agent, call.queue].some(part => part?.toLowerCase().includes(wanted)));
  }

  #order() {
    const down = this.#sort.startsWith('-') ? -1 : 1;
    const value = columns[this.#sort.replace('-', '')];
    return (a, b) => {
      const [one, other] = [value(a), value(b)];
      if (one === null || other === null) return (one === null) - (other === null);
      return down * (typeof one === 'string' ? one.localeCompare(other) : one - other);
    };
  }

  /** Largest first, then smallest first, then as before. Text the other way about. */
  #sortBy(column) {
    const turns = ['emotion', 'caller'].includes(column) ? [column, `-${column}`, ''] : [`-${column}`, column, ''];
    this.#form.elements.sort.value = turns[(turns.indexOf(this.#sort) + 1) % turns.length];
  }

  #keep() {
    keep(this.#values);
    this.#mark();
  }

  #mark() {
    for (const head of this.#heads) {
      const here = this.#sort.replace('-', '') === head.dataset.sort;
      head.ariaSort = here ? (this.#sort.startsWith('-') ? 'descending' : 'ascending') : null;
    }
  }

  #offer(asked) {
    addOptions(this.#form.elements.queue, [asked.get('queue')], name => name);
    addOptions(this.#form.elements.emotion, [asked.get('emotion')], wordFor);
  }
}

function addOptions(select, values, wordOf) {
  const there = new Set([...select.options].map(option => option.value));
  for (const value of [...values].filter(Boolean).sort()) {
    if (!there.has(value)) select.append(new Option(wordOf(value), value));
  }
}
