/** How caller and agent talk with each other, as a table of figures. */

import { timeIn } from './call-clock.js';
import { oneDigit, percent, span } from './format.js';
import { t } from './words.js';
import { byId } from './dom.js';

/** Figures of both sides, then those of the whole call. Of the agent only how the agent talks, never a mood. */
export function showConversation({ call, conversation }, now) {
  byId('talk-empty').hidden = conversation !== null;
  byId('talk').hidden = conversation === null;
  if (!conversation) return;
  const { caller, agent } = conversation;
  const sides = [
    ['talk.share', side => percent(side.talkShare)],
    ['talk.turns', side => String(side.turns)],
    ['talk.interruptions', side => String(side.interruptions)],
    ['talk.response', side => (side.meanResponseMs === null ? '–' : `${oneDigit(side.meanResponseMs / 1000)} s`)],
    ['talk.rate', side => oneDigit(side.syllablesPerSecond)],
    ['talk.monologue', side => span(side.longestMonologueMs)],
  ];
  const held = call.heldMs + (call.heldSince === null ? 0 : timeIn(call, now) - call.heldSince);
  const both = [
    ['talk.silence', percent(conversation.silenceShare)],
    ['talk.longest-silence', span(conversation.longestSilenceMs)],
    ['talk.overlap', percent(conversation.overlapShare)],
    ['talk.turns-a-minute', oneDigit(conversation.turnsPerMinute)],
    ['talk.holds', call.holds ? `${call.holds} × · ${span(held)}` : '–'],
  ];
  const texts = [...sides.flatMap(([, figure]) => [figure(caller), figure(agent)]), ...both.map(([, text]) => text)].join('|');
  if (byId('talk').dataset.key === texts) return;
  byId('talk').dataset.key = texts;
  byId('talk').tBodies[0].replaceChildren(...sides.map(([name, figure]) => row(name, figure(caller), figure(agent))));
  byId('talk').tBodies[1].replaceChildren(...both.map(([name, text]) => row(name, text)));
}

function row(name, ...texts) {
  const made = document.createElement('tr');
  const head = Object.assign(document.createElement('th'), { scope: 'row', textContent: t(name) });
  made.append(head, ...texts.map(textContent =>
    Object.assign(document.createElement('td'), { className: 'number', textContent, colSpan: 3 - texts.length })));
  return made;
}
