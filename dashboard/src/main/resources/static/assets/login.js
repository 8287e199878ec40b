/** The login: name and password, or where the provider's begins. */

import { fillWords, language, t } from './words.js';

const AFTER_SIGN_ON = 'temperline.after-sign-on';
const form = document.getElementById('login');
const refusal = document.getElementById('refusal');
const asked = new URLSearchParams(location.search);

document.documentElement.lang = language;
document.title = `${t('login.title')} · Temperline`;
fillWords();
if (asked.has('refused')) refuse('login.refused');

const ways = await fetch('/api/login').then(answer => answer.json());
form.hidden = !ways.password;
document.getElementById('sign-on').hidden = !ways.singleSignOn;
document.getElementById('sign-on').addEventListener('click', () => keep(target()));
form.elements.name.focus();

form.addEventListener('submit', async event => {
  event.preventDefault();
  const { name, password, enter } = form.elements;
  enter.disabled = true;
  refusal.textContent = '';
  const answer = await fetch('/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: name.value, password: password.value }),
  }).catch(() => null);
  enter.disabled = false;
  if (answer?.ok) {
    location.replace(target());
    return;
  }
  refuse(answer === null ? 'login.away' : answer.status === 429 ? 'login.too-often' : 'login.wrong');
  password.select();
});

function refuse(key) {
  refusal.textContent = t(key);
}

/** Where to go on: a page of this dashboard, whatever the address says. */
function target() {
  try {
    const wanted = new URL(asked.get('to') ?? '/', location.origin);
    return wanted.origin === location.origin ? wanted.pathname + wanted.search : '/';
  } catch {
    return '/';
  }
}

/** A provider leads back to the floor; me.js goes on from there. */
function keep(path) {
  try {
    sessionStorage.setItem(AFTER_SIGN_ON, path);
  } catch {
    // Then it is the floor.
  }
}
