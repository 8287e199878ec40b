/** What a rule set's text says of the set, and how to make it say something else. */

const VERSION = /^version:[ \t]*(.*?)(?:[ \t]+#.*)?[ \t]*$/m;
const TIME = /^effectiveFrom:.*\n?/m;

/** The version that the text names; empty where it names none. */
export function versionOf(text) {
  const written = VERSION.exec(text)?.[1] ?? '';
  try {
    return written.startsWith('"') ? JSON.parse(written) : written.replace(/^'(.*)'$/, '$1');
  } catch {
    return written;
  }
}

export function withVersion(text, version) {
  const line = `version: ${JSON.stringify(version)}`;
  return VERSION.test(text) ? text.replace(VERSION, () => line) : `${line}\n${text}`;
}

/** Without the time from which the set would be in force. */
export function withoutTime(text) {
  return text.replace(TIME, '');
}

export function hasTime(text) {
  return TIME.test(text);
}

/** The first of the day that was not given yet, such as "2026-11-21.2". */
export function nextVersion(versions, now) {
  const two = n => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  let n = 1;
  while (versions.includes(`${day}.${n}`)) n++;
  return `${day}.${n}`;
}
