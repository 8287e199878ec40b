/** What people do with alerts: a press is pending until its step comes back over the stream, or is refused. */

import { send } from './api.js';
import { myName } from './signature.js';
import { t } from './words.js';

const LONGEST_MS = 20_000;

/** Whether an alert already is as a step would have it. */
const done = {
  acknowledge: handling => handling.acknowledgedBy !== null,
  snooze: (handling, { until }) => handling.snoozedUntil === until,
  judge: (handling, { verdict }) => handling.verdict === verdict,
  note: (handling, { note }) => handling.note === note,
};

export class AlertSteps {
  #pending = new Map();
  #said = new Map();
  #changed;

  /** @param {() => void} changed told whenever there is something else to say */
  constructor(changed) {
    this.#changed = changed;
  }

  /** The step that is under way; undefined where none is. */
  pending(id) {
    return this.#pending.get(id)?.step;
  }

  /** What is to be said at the alert: what is under way, or why it was refused. */
  says(id) {
    const pending = this.pending(id);
    return pending ? t(`step.${pending}.pending`) : this.#said.get(id) ?? '';
  }

  /**
   * @param {'acknowledge'|'snooze'|'judge'|'note'} step
   * @param {object} wish what is asked beyond that: `until`, `verdict` or `note`
   */
  async take(step, id, wish = {}) {
    if (this.#pending.has(id)) return;
    const by = await myName();
    if (!by) return;
    this.#said.delete(id);
    const pending = { step, wish, timer: setTimeout(() => this.#over(id, t('step.unconfirmed')), LONGEST_MS) };
    this.#pending.set(id, pending);
    this.#changed();
    try {
      const { commandId } = await send('POST', `/api/escalations/${step}`, { id, by, ...wish });
      pending.command = commandId;
    } catch (problem) {
      this.#over(id, problem.message);
    }
  }

  /** Takes in how the alert stands now. */
  hear({ id, handling }) {
    const pending = this.#pending.get(id);
    if (!pending) return;
    const isDone = handling.command === pending.command || done[pending.step](handling, pending.wish);
    if (pending.command && isDone) this.#end(id);
  }

  #end(id) {
    clearTimeout(this.#pending.get(id).timer);
    this.#pending.delete(id);
  }

  #over(id, why) {
    this.#end(id);
    this.#said.set(id, why);
    this.#changed();
  }
}
