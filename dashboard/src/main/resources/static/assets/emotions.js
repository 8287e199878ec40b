/** Each emotion as a word and a face. Faces differ in shape, so that nothing hangs on colour. */

import { known, t } from './words.js';

const dot = (x, y) => `M${x} ${y}h.01`;
const eyes = dot(9, 10) + dot(15, 10);
const circle = 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18z';
const octagon = 'M8.3 3h7.4l5.3 5.3v7.4l-5.3 5.3h-7.4l-5.3-5.3v-7.4z';

// Without a prototype: a model's labels are its own, and 'constructor' is no face.
const faces = {
  __proto__: null,
  angry: [octagon, `M7.4 8.4l3.2 1.8M16.6 8.4l-3.2 1.8${dot(9.2, 11.8)}${dot(14.8, 11.8)}M8.6 16.6q3.4-3 6.8 0`],
  disgust: [circle, 'M7.6 9l2.8 1.2-2.8 1.2M16.4 9l-2.8 1.2 2.8 1.2M8.4 16q1.8-2 3.6-.6t3.6-.6'],
  fear: [circle, 'M9 8.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0-2.8M15 8.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0-2.8M8 16q1-1.4 2 0t2 0 2 0 2 0'],
  sad: [circle, `${eyes}M8.6 16.4q3.4-3 6.8 0`],
  surprise: [circle, `${eyes}M12 13.4a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 1 1 0-3.8`],
  happy: [circle, `${eyes}M8 13.6q4 4.6 8 0`],
  neutral: [circle, `${eyes}M9 15.2h6`],
  calm: [circle, 'M7.4 10q1.6 1.4 3.2 0M13.4 10q1.6 1.4 3.2 0M9 14.6q3 1.8 6 0'],
  boredom: [circle, 'M7.4 10.2h3.2M13.4 10.2h3.2M9 15.6h6'],
  uncertain: [circle, `M9.8 9.8a2.2 2.2 0 1 1 3.3 1.9q-1.1.6-1.1 1.9${dot(12, 16.4)}`],
};
const listening = [circle, dot(8.4, 12) + dot(12, 12) + dot(15.6, 12)];
const held = [circle, 'M10 9v6M14 9v6'];

/** The emotions in the order in which the timeline stacks them; labels that it does not know come last. */
export function inOrder(labels) {
  const order = Object.keys(faces);
  const place = label => (order.includes(label) ? order.indexOf(label) : order.length);
  return [...labels].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

/** A label that is not known stands for itself. */
export function wordFor(label) {
  return label in faces ? t(`emotion.${label}`) : label.charAt(0).toUpperCase() + label.slice(1);
}

/** A face and its word, for an emotion, for `null` before the first, or for a call on hold. */
export function face(label, onHold = false) {
  const [outline, features] = onHold ? held : label === null ? listening : faces[label] ?? [circle, eyes];
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('face');
  for (const [d, role] of [[outline, 'outline'], [features, 'features']]) {
    const path = document.createElementNS(svg.namespaceURI, 'path');
    path.setAttribute('d', d);
    path.classList.add(role);
    svg.append(path);
  }
  const name = document.createElement('span');
  name.className = 'word';
  name.textContent = onHold ? t('emotion.held') : label === null ? t('emotion.listening') : wordFor(label);
  return [svg, name];
}

/** Why a window was not scored, in words. */
export function reasonFor(code) {
  return known(`reason.${code}`) ? t(`reason.${code}`) : t('reason');
}
