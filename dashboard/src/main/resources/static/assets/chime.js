/** A soft tone for each new critical alert, for whoever wants it. */

import { preference } from './preferences.js';

const TONES_HZ = [587, 440];
const APART_S = 0.18;
const LASTS_S = 0.5;
const LOUD = 0.08;

let audio;

/** Plays two tones, one after the other; nothing where sound is off. A browser plays none before the page was used. */
export function chime() {
  if (preference('sound', 'off') !== 'on') return;
  audio ??= new AudioContext();
  audio.resume?.();
  TONES_HZ.forEach((pitch, i) => play(pitch, audio.currentTime + i * APART_S));
}

function play(pitch, at) {
  const tone = audio.createOscillator();
  const level = audio.createGain();
  tone.frequency.value = pitch;
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(LOUD, at + 0.03);
  level.gain.exponentialRampToValueAtTime(0.0001, at + LASTS_S);
  tone.connect(level).connect(audio.destination);
  tone.start(at);
  tone.stop(at + LASTS_S);
}
