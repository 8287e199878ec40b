/** Says how fresh the page is: whether the dashboard answers, and whether the dashboard hears from Kafka. */

import { timeOfDay } from './format.js';

export class Freshness {
  #connected = false;
  #source = null;
  #asOf = null;
  #offset = 0;

  /** The dashboard's clock now, epoch ms: this machine's may differ. */
  now() {
    return Date.now() + this.#offset;
  }

  get connected() {
    return this.#connected;
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
    const asOf = this.#asOf ? `As of ${timeOfDay(this.#asOf)}` : '';
    for (const note of document.querySelectorAll('.as-of')) {
      note.textContent = state === 'live' ? '' : state === 'catching-up' ? 'Catching up' : asOf;
    }
  }

  #describe() {
    if (!this.#source) return ['connecting', 'Connecting'];
    if (!this.#connected) return ['lost', 'Reconnecting'];
    const { state, detail, unreadable } = this.#source;
    const passedOver = unreadable ? ` · ${unreadable} unreadable records passed over` : '';
    switch (state) {
      case 'LIVE': return ['live', `Live${passedOver}`];
      case 'CATCHING_UP': return ['catching-up', 'Catching up with the topics'];
      case 'AWAY': return ['away', `${detail}; trying again`];
      default: return ['connecting', 'Waiting for Kafka'];
    }
  }
}
