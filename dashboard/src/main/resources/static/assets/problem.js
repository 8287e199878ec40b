/** What is shown in the place of a page that cannot be had. */

import './shell.js';
import { byId, put } from './dom.js';
import { t } from './words.js';

const kind = kindOf(Number(document.body.dataset.status));

put(byId('what'), t(`no-page.${kind}`));
put(byId('why'), t(`no-page.${kind}.why`));
document.title = `${t(`no-page.${kind}`)} · Temperline`;

/** @param {number} status of the answer */
function kindOf(status) {
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-there';
  return status < 500 ? 'not-taken' : 'failed';
}
