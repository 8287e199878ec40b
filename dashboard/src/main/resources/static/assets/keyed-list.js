/** A list of elements that stay the same element for as long as their item stays; moves are shown as moves. */

const MOVE_MS = 350;

export class KeyedList {
  #parent;
  #template;
  #elements = new Map();

  constructor(parent, template) {
    this.#parent = parent;
    this.#template = template;
  }

  get(id) {
    return this.#elements.get(id);
  }

  /**
   * @param {{id: string}[]} items in their order
   * @param {(element: Element, item: object) => void} fill
   * @param {boolean} reorder false leaves those that are there where they are
   */
  show(items, fill, reorder = true) {
    const ids = new Set(items.map(item => item.id));
    for (const [id, element] of this.#elements) {
      if (ids.has(id)) continue;
      element.remove();
      this.#elements.delete(id);
    }
    for (const item of items) {
      if (!this.#elements.has(item.id)) this.#elements.set(item.id, this.#add());
      fill(this.#elements.get(item.id), item);
    }
    if (reorder) this.#reorder(items.map(item => this.#elements.get(item.id)));
  }

  #add() {
    const element = this.#template.content.firstElementChild.cloneNode(true);
    this.#parent.append(element);
    return element;
  }

  #reorder(elements) {
    if (elements.every((element, i) => this.#parent.children[i] === element)) return;
    const before = new Map(elements.map(element => [element, element.getBoundingClientRect().top]));
    elements.forEach((element, i) => {
      const there = this.#parent.children[i];
      if (there !== element) this.#parent.insertBefore(element, there);
    });
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const element of elements) {
      const now = element.getBoundingClientRect().top;
      const moved = before.get(element) - now;
      if (moved && (isOnScreen(now) || isOnScreen(before.get(element)))) {
        element.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }],
          { duration: MOVE_MS, easing: 'cubic-bezier(.2, 0, 0, 1)' });
      }
    }
  }
}

function isOnScreen(top) {
  return top > -100 && top < innerHeight;
}
