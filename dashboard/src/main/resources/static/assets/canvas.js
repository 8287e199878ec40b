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
    const probe = document.body.appendChild(document.createElement('i'));
    const named = name => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    cached = Object.fromEntries(
      ['ink', 'ink-2', 'ink-3', 'line', 'surface', 'ember', 'ember-soft', 'hatch'].map(n => [n, named(n)]));
    probe.remove();
  }
  return cached;
}

const redraws = [];

/** Calls back when the page turns from light to dark or back. */
export function onSchemeChange(redraw) {
  redraws.push(redraw);
}

/** Has everything drawn anew that asked for it. */
export function schemeChanged() {
  cached = undefined;
  redraws.forEach(redraw => redraw());
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', schemeChanged);
