/** What all drawings share: sharp pixels, and colours from the style sheet. */

/** Sizes the canvas to its box and returns a context in CSS pixels, cleared. */
export function prepare(canvas) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  const context = canvas.getContext('2d');
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

let cached;

/** The colours of the present scheme, by the names that the style sheet gives them. */
export function colours() {
  if (!cached) {
    const style = getComputedStyle(document.documentElement);
    const named = name => style.getPropertyValue(`--${name}`).trim();
    cached = Object.fromEntries(
      ['ink', 'ink-2', 'ink-3', 'line', 'surface', 'ember', 'ember-soft', 'hatch'].map(n => [n, named(n)]));
  }
  return cached;
}

/** Calls back when the viewer turns from light to dark or back. */
export function onSchemeChange(redraw) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    cached = undefined;
    redraw();
  });
}
