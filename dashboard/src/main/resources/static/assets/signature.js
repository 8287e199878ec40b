/** The name that goes with what the viewer does: of the login, else as told once and kept in this browser. */

import { me } from './me.js';
import { prefer, preference } from './preferences.js';
import { fillWords } from './words.js';

/** Null where it was not told. */
export async function myName() {
  return (!me.open && me.name) || preference('name', null) || ask();
}

function ask() {
  const dialog = document.createElement('dialog');
  dialog.id = 'name';
  dialog.setAttribute('aria-labelledby', 'name-title');
  dialog.innerHTML = `
    <form method="dialog">
      <header><h2 id="name-title" data-t="me.title"></h2></header>
      <label><span data-t="me.name"></span><input name="name" maxlength="200" autocomplete="name" required></label>
      <p class="note" data-t="me.why"></p>
      <p class="choices"><button type="button" class="quiet" data-t="me.cancel"></button>
        <button class="main" value="yes" data-t="me.keep"></button></p>
    </form>`;
  fillWords(dialog);
  dialog.querySelector('.quiet').addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => {
    const name = dialog.returnValue === 'yes' ? dialog.querySelector('input').value.trim() : '';
    dialog.remove();
    if (name) prefer('name', name);
    resolve(name || null);
  }));
}
