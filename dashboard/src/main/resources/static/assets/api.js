/** Requests of the pages. What goes wrong is an error whose message can be shown to people. */

import { t } from './words.js';

/** An answer that is none; `problems` are the places of a file that was refused. */
export class Problem extends Error {
  constructor(message, status = 0, problems = []) {
    super(message);
    this.status = status;
    this.problems = problems;
  }
}

export const getJson = path => request(path, { cache: 'no-cache' });

/**
 * @param {object|string} body an object goes as JSON, text as it is
 * @param {AbortSignal} [signal] ends it
 */
export function send(method, path, body, signal) {
  const plain = typeof body === 'string';
  return request(path, {
    method,
    headers: { 'Content-Type': plain ? 'application/yaml' : 'application/json' },
    body: plain ? body : JSON.stringify(body),
    signal,
  });
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Problem(t('problem.away'));
  }
  const text = await response.text();
  const body = /json/.test(response.headers.get('Content-Type') ?? '') && text ? JSON.parse(text) : text;
  if (response.ok) return body;
  throw new Problem(body?.detail ?? t('problem.status', { status: response.status }), response.status, body?.problems);
}
