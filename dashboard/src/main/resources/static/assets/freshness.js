/** Says how fresh the page is: whether the dashboard answers, and whether the dashboard hears from Kafka. */

import { timeOfDay } from './format.js';
import { t } from './words.js';

export class Freshness {
  #connected = false;
  #source = null;
  #asOf = null;
  #offset = 0;

  /**
   * The dashboard's clock now, epoch ms: this machine's may differ. It stands still while the dashboard hears nothing
   * from Kafka: nobody knows whether what was going on goes on.
   */
  now() {
    const isAway = this.#source !== null && this.#source.state !== 'LIVE';
    return isAway && this.#asOf ? this.#asOf : Date.now() + this.#offset;
  }

  get connected() {
    return this.#connected;
  }

  /** Says that nothing was heard yet. */
  begin() {
    this.#show();
  }

  heard(message) {
    this.#source = message.source;
    this.#offset = message.now - Date.now();
    if (message.source.state === 'LIVE') this.#asOf = message.now;
    this.#show();
  }

  connection(connected) {
    if (connected === this.#connected) return;
    this.#connected = connected;
    this.#show();
  }

  #show() {
    const [state, text] = this.#describe();
    document.documentElement.dataset.freshness = state;
    for (const element of document.querySelectorAll('.freshness')) {
      if (element.textContent !== text) element.textContent = text;
    }
    const asOf = this.#asOf ? t('fresh.as-of', { time: timeOfDay(this.#asOf) }) : '';
    for (const note of document.querySelectorAll('.as-of')) {
      note.textContent = state === 'live' ? '' : state === 'catching-up' ? t('fresh.catching-up') : asOf;
    }
  }

  #describe() {
    if (!this.#source) return ['connecting', t('fresh.connecting')];
    if (!this.#connected) return ['lost', t('fresh.lost')];
    const { state, detail, unreadable } = this.#source;
    const passedOver = unreadable ? ` · ${t('fresh.unreadable', { n: unreadable })}` : '';
    switch (state) {
      case 'LIVE': return ['live', t('fresh.live') + passedOver];
      case 'CATCHING_UP': return ['catching-up', t('fresh.catching-up-topics')];
      case 'AWAY': return ['away', t('fresh.away', { detail })];
      default: return ['connecting', t('fresh.waiting')];
    }
  }
}
