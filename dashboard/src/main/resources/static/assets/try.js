/** One's own voice, or a recording, heard as a call is. */

import './shell.js';
import { CallStore } from './call-store.js';
import { face, wordFor } from './emotions.js';
import { share } from './format.js';
import { Freshness } from './freshness.js';
import { KeyedList } from './keyed-list.js';
import { follow } from './stream.js';
import { Timeline } from './timeline.js';
import { fromFile, fromMicrophone } from './voice.js';
import { t } from './words.js';
import { byId, say } from './dom.js';

const freshness = new Freshness();
const shares = new KeyedList(byId('shares'), byId('share'));
const timeline = new Timeline(byId('timeline'), text => { byId('readout').textContent = text; });
let running = null;
let unfollow = () => {};

byId('consent').addEventListener('change', enable);
byId('microphone').addEventListener('click', () => begin(fromMicrophone));
byId('file').addEventListener('change', event => take(event.target.files));
byId('stop').addEventListener('click', () => end());
addEventListener('dragover', event => event.preventDefault());
addEventListener('drop', event => {
  event.preventDefault();
  if (byId('consent').checked && !running) take(event.dataTransfer.files);
});
addEventListener('pagehide', () => end());
enable();

function take([file]) {
  if (file) begin(onFrame => fromFile(file, onFrame, () => end('try.over')));
  byId('file').value = '';
}

/** @param {(onFrame: (frame: ArrayBuffer) => void) => Promise<() => void>} voice gives what stops it */
async function begin(voice) {
  say('');
  unfollow();
  const socket = new WebSocket(`${location.protocol.replace('http', 'ws')}//${location.host}/api/try`);
  socket.binaryType = 'arraybuffer';
  const trial = { socket, quiet: () => {} };
  running = trial;
  enable();
  state('try.connecting');
  socket.onmessage = async event => {
    watch(event.data);
    state('try.listening');
    try {
      trial.quiet = await voice(frame => socket.readyState === WebSocket.OPEN && socket.send(frame));
      if (running !== trial) trial.quiet();
    } catch (problem) {
      end();
      say(t(problem.name === 'NotAllowedError' ? 'try.no-microphone' : 'try.no-audio'));
    }
  };
  socket.onclose = event => {
    if (running !== trial) return;
    end();
    say(event.reason ? t('try.ended-because', { reason: event.reason }) : t('problem.away'));
  };
}

function end(why = 'try.stopped') {
  if (!running) return;
  const { socket, quiet } = running;
  running = null;
  quiet();
  socket.close();
  state(why);
  enable();
}

function watch(callId) {
  const store = new CallStore();
  byId('heard').hidden = false;
  unfollow = follow(`/api/calls/${encodeURIComponent(callId)}/events`, 'call', message => {
    freshness.heard(message);
    if (!message.call) return;
    store.apply(message.call);
    requestAnimationFrame(() => show(store));
  }, connected => freshness.connection(connected));
}

function show(store) {
  const { call } = store;
  byId('mood').classList.toggle('angry', call.emotion === 'angry');
  byId('mood').replaceChildren(...face(call.emotion));
  timeline.show(store, store.windows.at(-1)?.at ?? call.startedAt);
  const window = store.windows.findLast(one => !one.notScored);
  if (!window) return;
  if (running) state('try.heard-now');
  const items = store.detail.labels
    .map(label => ({ id: label, p: store.probabilityOf(window, label) }))
    .sort((a, b) => a.id.localeCompare(b.id));
  shares.show(items, (row, { id, p }) => {
    row.className = id === 'angry' ? 'angry' : '';
    row.querySelector('.name').textContent = wordFor(id);
    row.querySelector('.value').textContent = share(p);
    row.querySelector('.bar span').style.width = `${100 * p}%`;
  });
}

function enable() {
  const may = byId('consent').checked && !running;
  byId('microphone').disabled = !may;
  byId('file').disabled = !may;
  byId('stop').hidden = !running;
  byId('consent').disabled = Boolean(running);
}

function state(key) {
  byId('state').textContent = t(key);
}
