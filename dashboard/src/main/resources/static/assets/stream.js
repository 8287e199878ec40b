/** Server-sent events with an eye on their life: a stream that says nothing for too long is opened anew. */

const SILENT_MS = 12_000; // the server gives a sign of life every 5 s
const RETRY_MS = 1_500;

/**
 * Follows `url`, for as long as the page lives, or until what is returned is called.
 * @param {string} name the events' name
 * @param {(message: object) => void} onMessage
 * @param {(connected: boolean) => void} onConnection told at each turn
 * @returns {() => void} what ends it
 */
export function follow(url, name, onMessage, onConnection) {
  let source;
  let timer;

  const reopenIn = ms => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onConnection(false);
      open();
    }, ms);
  };

  function open() {
    source?.close();
    source = new EventSource(url);
    source.addEventListener(name, event => {
      reopenIn(SILENT_MS);
      onConnection(true);
      onMessage(JSON.parse(event.data));
    });
    source.onerror = () => {
      onConnection(false);
      // The browser tries again by itself, unless it was refused.
      if (source.readyState === EventSource.CLOSED) reopenIn(RETRY_MS);
    };
    reopenIn(SILENT_MS);
  }

  const close = () => {
    clearTimeout(timer);
    source.close();
  };
  addEventListener('pagehide', close);
  addEventListener('pageshow', event => event.persisted && open());
  open();
  return close;
}
