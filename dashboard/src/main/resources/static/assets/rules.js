/** The rule sets: what there is and was, how they differ, and the making of a new one. */

import './shell.js';
import { getJson, send } from './api.js';
import { Freshness } from './freshness.js';
import { KeyedList } from './keyed-list.js';
import { BackTest } from './back-test.js';
import { YamlEditor } from './yaml-editor.js';
import { difference } from './line-difference.js';
import { may, me } from './me.js';
import { differing, linesOf, numbered } from './yaml-lines.js';
import { nextVersion, versionOf, withVersion, withoutTime, hasTime } from './rule-text.js';
import { dayAndTime } from './format.js';
import { prefer, preference } from './preferences.js';
import { myName } from './signature.js';
import { t } from './words.js';
import { byId, put, say } from './dom.js';

const AGAIN_MS = 10_000;
const CHECK_AFTER_MS = 300;
const NARROW = matchMedia('(max-width: 720px)');
const DRAFT = Symbol('the draft');

const form = byId('draft');
const { version: versionField, when, from, by } = form.elements;
const freshness = new Freshness();
freshness.begin();
const entries = new KeyedList(byId('versions'), byId('version'));
const editor = new YamlEditor(byId('editor'), edited);
const backTest = new BackTest(byId('back-test'), () => editor.text);
const texts = new Map();

let sets = [];
let inForce = null;
let chosen = new URLSearchParams(location.search).get('version');
let view = 'text';
/** What the draft was made of, and its text then; null where there is none. */
let draft = null;
let timer;
let checkTimer;
let latest = 0;

by.value = preference('name', '');
by.closest('label').hidden = !me.open;
by.required = me.open;
byId('edit').hidden = !may('CHANGE_RULES');

byId('edit').addEventListener('click', beginDraft);
byId('withdraw').addEventListener('click', withdraw);
byId('discard').addEventListener('click', discard);
byId('changes').addEventListener('toggle', check);
form.addEventListener('submit', apply);
versionField.addEventListener('input', () => {
  editor.text = withVersion(editor.text, versionField.value);
  edited();
});
when.addEventListener('change', showWhen);
for (const button of byId('views').children) button.addEventListener('click', () => showView(button.dataset.view));
for (const link of document.querySelectorAll('.back')) link.addEventListener('click', event => follow(event, null));
addEventListener('popstate', () => choose(new URLSearchParams(location.search).get('version')));
addEventListener('beforeunload', event => {
  if (isChanged()) event.preventDefault();
});
look();

async function look() {
  clearTimeout(timer);
  try {
    const found = await getJson('/api/rules');
    heard({ state: 'LIVE', unreadable: 0 });
    say('');
    show(found);
  } catch (problem) {
    if (problem.status) heard({ state: 'AWAY', detail: problem.message, unreadable: 0 });
    else freshness.connection(false);
    say(problem.message);
  }
  timer = setTimeout(look, AGAIN_MS);
}

function heard(source) {
  freshness.heard({ source, now: Date.now() });
  freshness.connection(true);
}

/** The latest first, what comes with the program last. */
function show(found) {
  const newest = [...found.sets, ...found.withdrawn].sort((a, b) => b.effectiveFrom - a.effectiveFrom || b.publishedAt - a.publishedAt);
  sets = [...newest, found.shipped];
  inForce = found.inForce;
  byId('back-test').hidden = !found.canBackTest;
  showEntries();
  if (chosen === null && !NARROW.matches) choose(inForce);
  else showChosen();
}

function showEntries() {
  const all = sets.map(set => ({ ...set, id: set.version }));
  if (draft) all.unshift({ id: DRAFT, version: versionField.value, standing: 'DRAFT' });
  entries.show(all, fillEntry);
}

function fillEntry(entry, set) {
  const isDraft = set.standing === 'DRAFT';
  const link = entry.querySelector('a');
  link.href = isDraft ? '/rules' : addressOf(set.version);
  link.onclick = event => follow(event, isDraft ? DRAFT : set.version);
  if (chosen === (isDraft ? DRAFT : set.version)) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
  entry.dataset.standing = set.standing;
  put(entry.querySelector('.version'), set.version);
  put(entry.querySelector('.standing'), t(`standing.${set.standing}`));
  put(entry.querySelector('.detail'), detailOf(set));
}

function detailOf({ standing, effectiveFrom, publishedBy }) {
  if (standing === 'DRAFT') return t('rules.draft.detail');
  return effectiveFrom === null ? t('rules.shipped') : `${dayAndTime(effectiveFrom)} · ${publishedBy}`;
}

function addressOf(version) {
  return `/rules?version=${encodeURIComponent(version)}`;
}

function follow(event, version) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', typeof version === 'string' ? addressOf(version) : '/rules');
  choose(version);
  if (version !== null && NARROW.matches) scrollTo(0, 0);
}

function choose(version) {
  chosen = version ?? (NARROW.matches ? null : inForce);
  showEntries();
  showChosen();
}

async function showChosen() {
  byId('main').classList.toggle('chosen', chosen !== null);
  form.hidden = chosen !== DRAFT;
  const set = sets.find(({ version }) => version === chosen);
  byId('set').hidden = !set;
  if (!set) {
    if (typeof chosen === 'string') say(t('rules.no-such', { version: chosen }));
    return;
  }
  const published = set.effectiveFrom !== null;
  byId('set-title').textContent = set.version;
  byId('about').textContent = aboutOf(set);
  byId('withdraw').hidden = !published || set.standing === 'WITHDRAWN' || !may('CHANGE_RULES');
  byId('views').hidden = set.version === inForce;
  byId('views').lastElementChild.textContent = t('rules.view.difference', { version: inForce });
  showView(view);
}

function aboutOf(set) {
  if (set.effectiveFrom === null) return t(set.version === inForce ? 'rules.about.shipped' : 'rules.about.shipped-over');
  const about = `rules.about.${set.standing}${set.withdrawnBy ? '.by' : ''}`;
  const what = t(about, { from: dayAndTime(set.effectiveFrom), gone: dayAndTime(set.withdrawnAt), by: set.withdrawnBy });
  return `${what} ${t('rules.about.published', { by: set.publishedBy, at: dayAndTime(set.publishedAt) })}`;
}

async function showView(wanted) {
  view = wanted;
  const version = chosen;
  const shown = version === inForce ? 'text' : view;
  for (const button of byId('views').children) button.setAttribute('aria-pressed', String(button.dataset.view === shown));
  try {
    const text = await textOf(version);
    const rows = shown === 'text' ? numbered(text) : differing(difference(linesOf(await textOf(inForce)), linesOf(text)));
    if (version !== chosen || byId('text').dataset.shows === `${shown} ${version} ${inForce}`) return;
    byId('text').dataset.shows = `${shown} ${version} ${inForce}`;
    byId('text').replaceChildren(...(rows.length ? rows : [t('rules.same')]));
    byId('text').scrollTo(0, 0);
  } catch (problem) {
    say(problem.message);
  }
}

/** A version means one text for ever. */
async function textOf(version) {
  if (!texts.has(version)) texts.set(version, (await getJson(`/api/rules/${encodeURIComponent(version)}`)).yaml);
  return texts.get(version);
}

async function beginDraft() {
  const of = chosen;
  if (draft && isChanged() && !await sure('rules.discard.sure', 'rules.discard.text', 'rules.discard')) return;
  let text;
  try {
    text = await textOf(of);
  } catch (problem) {
    say(problem.message);
    return;
  }
  const version = nextVersion(sets.map(set => set.version), new Date());
  editor.text = withVersion(withoutTime(text), version);
  editor.toTop();
  draft = { of, text: editor.text };
  versionField.value = version;
  when.value = 'now';
  from.value = '';
  byId('draft-about').textContent = t('rules.draft.about', { version: of });
  byId('apply-problem').hidden = true;
  backTest.forget();
  showWhen();
  history.pushState(null, '', '/rules');
  choose(DRAFT);
  check();
  editor.focus();
}

function isChanged() {
  return draft !== null && editor.text !== draft.text;
}

function edited() {
  if (versionOf(editor.text) !== versionField.value) versionField.value = versionOf(editor.text);
  backTest.aged();
  showWhen();
  showEntries();
  clearTimeout(checkTimer);
  checkTimer = setTimeout(check, CHECK_AFTER_MS);
}

async function check() {
  const mine = ++latest;
  try {
    const { problems, rules } = await send('POST', '/api/rules/validate', editor.text || '\n');
    if (mine !== latest) return;
    showFindings(problems, rules);
    await showChanges();
  } catch (problem) {
    if (mine === latest) byId('findings-count').textContent = problem.message;
  }
}

/** @param {?number} rules how many there are, where it is known */
function showFindings(problems, rules = null) {
  editor.problems = problems;
  byId('findings-count').textContent = problems.length ? t('rules.problems', { n: problems.length })
    : t(rules === 0 ? 'rules.none' : 'rules.no-problems');
  byId('findings-count').classList.toggle('bad', problems.length > 0 || rules === 0);
  byId('findings').replaceChildren(...problems.map(problem => {
    const button = Object.assign(document.createElement('button'), { type: 'button' });
    const place = Object.assign(document.createElement('span'), { className: 'place', textContent: t('rules.place', problem) });
    button.append(place, problem.message);
    button.addEventListener('click', () => editor.goTo(problem));
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
  byId('apply').disabled = problems.length > 0;
  backTest.allow(problems.length === 0);
}

/** How the draft differs from what is in force. */
async function showChanges() {
  const box = byId('changes');
  const rows = difference(linesOf(await textOf(inForce)), linesOf(editor.text));
  const count = sign => rows.filter(row => row.sign === sign).length;
  box.querySelector('summary').textContent = t('rules.changes', { version: inForce, added: count('+'), removed: count('-') });
  if (box.open) box.querySelector('.code').replaceChildren(...differing(rows));
}

function showWhen() {
  when.options[0].textContent = t(hasTime(editor.text) ? 'rules.when.own' : 'rules.when.now');
  const later = when.value === 'later';
  from.closest('label').hidden = !later;
  from.required = later;
}

async function apply(event) {
  event.preventDefault();
  const version = versionField.value;
  const asked = new URLSearchParams();
  if (me.open) {
    prefer('name', by.value);
    asked.set('by', by.value);
  }
  if (when.value === 'later') asked.set('from', new Date(from.value).toISOString());
  byId('apply').disabled = true;
  try {
    const published = await send('PUT', `/api/rules/${encodeURIComponent(version)}?${asked}`, editor.text);
    forgetDraft();
    byId('said').textContent = t('rules.applied', { version, time: dayAndTime(published.effectiveFrom) });
    history.replaceState(null, '', addressOf(version));
    chosen = version;
    await look();
    byId('set').focus();
    if (published.effectiveFrom > Date.now()) lookAt(published.effectiveFrom);
  } catch (problem) {
    if (problem.problems?.length) showFindings(problem.problems);
    byId('apply-problem').textContent = problem.message;
    byId('apply-problem').hidden = false;
    byId('apply').disabled = false;
  }
}

/** As a set comes into force, where that is soon. */
function lookAt(ms) {
  const wait = ms - freshness.now() + 100;
  if (wait < AGAIN_MS) setTimeout(look, Math.max(0, wait));
}

function forgetDraft() {
  draft = null;
  ++latest;
  clearTimeout(checkTimer);
  backTest.forget();
}

async function discard() {
  if (isChanged() && !await sure('rules.discard.sure', 'rules.discard.text', 'rules.discard')) return;
  const { of } = draft;
  forgetDraft();
  history.replaceState(null, '', addressOf(of));
  choose(of);
}

async function withdraw() {
  const version = chosen;
  if (!await sure('rules.withdraw.sure', 'rules.withdraw.text', 'rules.withdraw', { version })) return;
  const who = await myName();
  if (!who) return;
  try {
    show(await send('DELETE', `/api/rules/${encodeURIComponent(version)}?${new URLSearchParams({ by: who })}`));
    byId('said').textContent = t('rules.withdrawn', { version });
  } catch (problem) {
    say(problem.message);
  }
}

/** Asks once more; resolves to whether it shall be. */
function sure(title, text, yes, values) {
  const dialog = byId('sure');
  byId('sure-title').textContent = t(title, values);
  byId('sure-text').textContent = t(text, values);
  byId('sure-yes').textContent = t(yes);
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}
