/** What every page has: the way to the others, how fresh it is, and a sheet with settings and keys. */

import { allKeys, onKey } from './keys.js';
import { logOut, may, me } from './me.js';
import { prefer, preference } from './preferences.js';
import { fillWords, known, language, t } from './words.js';
import { languages } from './words/languages.js';
import { schemeChanged } from './canvas.js';

const pages = [
  ['floor', '/', 'f'],
  ['history', '/history', 'h'],
  ['queues', '/queues', 'q'],
  ['rules', '/rules', 'r'],
  ['try', '/try', 't'],
  ['status', '/status', 's'],
  ...(may('READ_AUDIT') ? [['audit', '/audit', 'a']] : []),
];

document.documentElement.lang = language;
buildHead();
const sheet = buildSheet();
fillWords();

for (const [name, path, key] of pages) onKey(`g ${key}`, `go.${name}`, () => location.assign(path));
onKey('?', 'keys.sheet', showSheet);

function buildHead() {
  const skip = element('a', { className: 'skip', href: '#main', textContent: t('shell.skip') });
  const wordmark = element('a', { className: 'wordmark', href: '/' });
  wordmark.setAttribute('aria-label', t('shell.home'));
  wordmark.innerHTML = '<svg viewBox="0 0 28 20" aria-hidden="true"><path d="M1 13h5l3-4 3 6 5-13 3 11h7"/></svg> Temperline';
  const nav = element('nav', { className: 'pages' });
  nav.setAttribute('aria-label', t('shell.pages'));
  for (const [name, path] of pages) {
    const link = element('a', { href: path, textContent: t(`page.${name}`) });
    if (document.body.dataset.page === name) link.setAttribute('aria-current', 'page');
    nav.append(link);
  }
  const freshness = element('p', { className: 'freshness', role: 'status' });
  const settings = element('button', { type: 'button', className: 'quiet', textContent: t('shell.settings') });
  settings.addEventListener('click', showSheet);
  const top = document.querySelector('.top');
  top.append(wordmark, nav, freshness, settings);
  const title = `page.${document.body.dataset.page}`;
  if (known(title)) document.title = `${t(title)} · Temperline`;
  if (me.name) top.append(whoAndOut());
  if (me.open) top.after(element('p', { className: 'banner', textContent: t('shell.open') }));
  document.body.prepend(skip);
}

/** Who sees only some queues is told which: an empty floor is not to look like a quiet day. */
function nameAndQueues() {
  if (me.queues === null) return me.name;
  return `${me.name} · ${me.queues.join(', ') || t('shell.no-queue')}`;
}

function whoAndOut() {
  const who = element('p', { className: 'me' });
  const out = element('button', { type: 'button', className: 'quiet', textContent: t('shell.log-out') });
  out.addEventListener('click', logOut);
  who.append(element('span', { textContent: nameAndQueues(), title: me.roles.map(role => t(`role.${role}`)).join(', ') }), ' ', out);
  return who;
}

function buildSheet() {
  const dialog = element('dialog', { id: 'sheet' });
  dialog.setAttribute('aria-labelledby', 'sheet-title');
  dialog.innerHTML = `
    <form method="dialog">
      <header><h2 id="sheet-title" data-t="shell.settings"></h2><button class="quiet" data-t="shell.close"></button></header>
      <label><span data-t="shell.theme"></span><select name="theme"></select></label>
      <label><span data-t="shell.language"></span><select name="language"></select></label>
      <label><input type="checkbox" name="sound"> <span data-t="shell.sound"></span></label>
      <label><input type="checkbox" name="keys"> <span data-t="shell.keys"></span></label>
      <h3 data-t="shell.keys-list"></h3>
      <dl class="keys"></dl>
    </form>`;
  const { theme, language: tongue, sound, keys } = dialog.querySelector('form').elements;
  for (const name of ['auto', 'light', 'dark']) theme.append(new Option(t(`theme.${name}`), name));
  for (const [tag, name] of Object.entries(languages)) tongue.append(new Option(name, tag));
  theme.value = preference('theme', 'auto');
  tongue.value = language;
  sound.checked = preference('sound', 'off') === 'on';
  keys.checked = preference('keys', 'on') === 'on';
  theme.addEventListener('change', () => chooseTheme(theme.value));
  tongue.addEventListener('change', () => {
    prefer('language', tongue.value);
    location.reload();
  });
  sound.addEventListener('change', () => prefer('sound', sound.checked ? 'on' : 'off'));
  keys.addEventListener('change', () => prefer('keys', keys.checked ? 'on' : 'off'));
  document.body.append(dialog);
  return dialog;
}

function showSheet() {
  const list = sheet.querySelector('.keys');
  list.replaceChildren(...allKeys().flatMap(([sequence, what]) => {
    const term = element('dt', {});
    term.append(...sequence.split(' ').map(key => element('kbd', { textContent: key })));
    return [term, element('dd', { textContent: t(what) })];
  }));
  sheet.showModal();
}

function chooseTheme(theme) {
  prefer('theme', theme);
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  schemeChanged();
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
