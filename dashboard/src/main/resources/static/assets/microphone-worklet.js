// Runs beside the page, on the browser's thread for audio: it hands over what the microphone hears.
registerProcessor('microphone', class extends AudioWorkletProcessor {
  process([[samples]]) {
    if (samples) this.port.postMessage(samples.slice());
    return true;
  }
});
