/** Has a customer erased: says what vanishes and what does not, and has the id typed before it asks for anything. */

import { send } from './api.js';
import { may } from './me.js';
import { myName } from './signature.js';
import { fillWords, t } from './words.js';

/** Shows the button to whoever may erase, where there is a customer to be erased. */
export function offerErasure(button, customer) {
  button.hidden = !customer || !may('ERASE');
  button.onclick = () => askFirst(customer);
}

function askFirst(customer) {
  const dialog = document.createElement('dialog');
  dialog.id = 'erasure';
  dialog.setAttribute('aria-labelledby', 'erasure-title');
  dialog.innerHTML = `
    <form>
      <h2 id="erasure-title"></h2>
      <h3 data-t="erase.goes"></h3>
      <ul><li data-t="erase.goes.calls"></li><li data-t="erase.goes.live"></li><li data-t="erase.goes.crm"></li></ul>
      <h3 data-t="erase.stays"></h3>
      <ul><li data-t="erase.stays.topics"></li><li data-t="erase.stays.disks"></li><li data-t="erase.stays.audit"></li><li data-t="erase.stays.copies"></li></ul>
      <label><span data-t="erase.type"></span><input name="customer" autocomplete="off" spellcheck="false" required></label>
      <p class="said" role="status"></p>
      <p class="choices"><button type="button" class="quiet" data-t="me.cancel"></button>
        <button class="main" disabled data-t="erase.yes"></button></p>
    </form>`;
  fillWords(dialog);
  dialog.querySelector('h2').textContent = t('erase.title', { customer });
  const form = dialog.querySelector('form');
  const yes = dialog.querySelector('.main');
  dialog.querySelector('.quiet').addEventListener('click', () => dialog.close());
  form.addEventListener('input', () => { yes.disabled = form.elements.customer.value !== customer; });
  form.addEventListener('submit', event => {
    event.preventDefault();
    erase(dialog, customer);
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

async function erase(dialog, customer) {
  const by = await myName();
  if (!by) return;
  const [yes, said] = [dialog.querySelector('.main'), dialog.querySelector('.said')];
  yes.disabled = true;
  said.classList.remove('refused');
  said.textContent = t('erase.working');
  try {
    const { calls } = await send('POST', '/api/customers/erase', { customer, by });
    said.textContent = t('erase.asked', { n: calls });
    yes.remove();
    dialog.querySelector('label').remove();
    dialog.querySelector('.quiet').textContent = t('shell.close');
  } catch (problem) {
    said.classList.add('refused');
    said.textContent = problem.message;
    yes.disabled = false;
  }
}
