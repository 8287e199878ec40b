/** Voices as frames of 20 ms: 16-bit little-endian PCM at 16 kHz, one channel. */

const RATE = 16_000;
const SAMPLES = RATE / 50;
const FRAME_MS = 20;

/**
 * The microphone, after the browser has asked.
 * @param {(frame: ArrayBuffer) => void} onFrame
 * @returns {Promise<() => void>} what stops it
 */
export async function fromMicrophone(onFrame) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true } });
  const context = new AudioContext({ sampleRate: RATE });
  await context.audioWorklet.addModule('/assets/microphone-worklet.js');
  const worklet = new AudioWorkletNode(context, 'microphone', { numberOfOutputs: 0 });
  let rest = new Float32Array(0);
  worklet.port.onmessage = ({ data }) => {
    const all = new Float32Array(rest.length + data.length);
    all.set(rest);
    all.set(data, rest.length);
    let at = 0;
    for (; at + SAMPLES <= all.length; at += SAMPLES) onFrame(pcm(all.subarray(at, at + SAMPLES)));
    rest = all.slice(at);
  };
  context.createMediaStreamSource(stream).connect(worklet);
  return () => {
    stream.getTracks().forEach(track => track.stop());
    context.close();
  };
}

/**
 * A recording, heard while it is sent, at the speed of life.
 * @param {(frame: ArrayBuffer) => void} onFrame
 * @param {() => void} onEnd
 * @returns {Promise<() => void>} what stops it
 */
export async function fromFile(file, onFrame, onEnd) {
  const context = new AudioContext();
  const sound = await context.decodeAudioData(await file.arrayBuffer());
  const samples = await asOneChannel(sound);
  const source = context.createBufferSource();
  source.buffer = sound;
  source.connect(context.destination);
  source.start();
  const began = performance.now();
  let sent = 0;
  // By the time that has passed, not by the ticks: those of a page in the background are few.
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - began) / FRAME_MS);
    for (; sent < due; sent++) {
      const frame = samples.subarray(sent * SAMPLES, (sent + 1) * SAMPLES);
      if (frame.length < SAMPLES) {
        clearInterval(timer);
        onEnd();
        return;
      }
      onFrame(pcm(frame));
    }
  }, FRAME_MS);
  return () => {
    clearInterval(timer);
    context.close();
  };
}

/** The first channel, which is the caller's where there are two, at our rate. */
async function asOneChannel(sound) {
  const offline = new OfflineAudioContext(1, Math.ceil(sound.duration * RATE), RATE);
  const source = offline.createBufferSource();
  source.buffer = sound;
  const splitter = offline.createChannelSplitter(sound.numberOfChannels);
  source.connect(splitter);
  splitter.connect(offline.destination, 0);
  source.start();
  return (await offline.startRendering()).getChannelData(0);
}

function pcm(samples) {
  const frame = new DataView(new ArrayBuffer(2 * samples.length));
  samples.forEach((sample, i) => frame.setInt16(2 * i, Math.max(-1, Math.min(1, sample)) * 0x7fff, true));
  return frame.buffer;
}
