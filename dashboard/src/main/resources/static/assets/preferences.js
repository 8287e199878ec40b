/** What a viewer chose on this machine. A browser that keeps nothing forgets it with the page. */

const chosen = new Map();

export function preference(name, otherwise) {
  if (chosen.has(name)) return chosen.get(name);
  try {
    return localStorage.getItem(`temperline.${name}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function prefer(name, value) {
  chosen.set(name, value);
  try {
    localStorage.setItem(`temperline.${name}`, value);
  } catch {
    // It holds as long as the page.
  }
}
