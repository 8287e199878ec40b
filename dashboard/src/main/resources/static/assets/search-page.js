/** A page that searches: asks as its form is filled in and again every so often, and shows what is found in pages. */

import { fillFrom } from './address.js';
import { Freshness } from './freshness.js';
import { t } from './words.js';
import { byId, say } from './dom.js';

const WAIT_MS = 250;

export class SearchPage {
  #freshness = new Freshness();
  #everyMs;
  #ask;
  #show;
  #timer;
  #latest = 0;

  /** The page that is shown, from 0. */
  page = Math.max(0, Number.parseInt(new URLSearchParams(location.search).get('page'), 10) || 0);

  /**
   * @param {HTMLFormElement} form filled from the address at first
   * @param {number} everyMs how often it asks again
   * @param {() => Promise<object>} ask @param {(found: object) => void} show what was found
   * @param {() => void} turned told when another page is wanted; else that page is asked for
   */
  constructor(form, { everyMs, ask, show, turned = () => this.look() }) {
    this.#everyMs = everyMs;
    this.#ask = ask;
    this.#show = show;
    this.#freshness.begin();
    fillFrom(form);
    form.addEventListener('input', () => {
      this.page = 0;
      this.#lookIn(WAIT_MS);
    });
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('reset', () => this.#lookIn(0));
    for (const [id, by] of [['earlier', -1], ['later', 1]]) {
      byId(id).addEventListener('click', () => {
        this.page += by;
        turned();
        byId('main').scrollIntoView();
      });
    }
  }

  /** Asks at once; an answer that another one has overtaken is not shown. */
  async look() {
    clearTimeout(this.#timer);
    const mine = ++this.#latest;
    try {
      const found = await this.#ask();
      if (mine !== this.#latest) return;
      this.#freshness.heard({ source: found.source ?? { state: 'LIVE' }, now: Date.now() });
      this.#freshness.connection(true);
      say('');
      this.#show(found);
    } catch (problem) {
      if (mine !== this.#latest) return;
      this.#hearOf(problem);
    }
    this.#lookIn(this.#everyMs);
  }

  /**
   * @param {number} pages how many there are
   * @returns {boolean} whether the page is one of them; else it is the last one now
   */
  showPages(pages) {
    const isThere = this.page < pages;
    this.page = Math.min(this.page, pages - 1);
    byId('where').textContent = t('history.page', { page: this.page + 1, pages });
    byId('earlier').disabled = this.page === 0;
    byId('later').disabled = this.page === pages - 1;
    byId('pager').hidden = pages === 1;
    return isThere;
  }

  #lookIn(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), ms);
  }

  #hearOf(problem) {
    if (problem.status === 503) this.#freshness.heard({ source: { state: 'AWAY', detail: problem.message }, now: Date.now() });
    if (!problem.status) this.#freshness.connection(false);
    say(problem.message);
  }
}
