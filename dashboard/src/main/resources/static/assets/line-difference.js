/** What two texts have line by line in common: a longest common subsequence, between a common beginning and end. */

/** Where more lines than these differ, all of the one go and all of the other come. */
const MOST_LINES = 3_000;

/**
 * @param {string[]} before
 * @param {string[]} after
 * @returns {{sign: ' '|'-'|'+', text: string, was: number, is: number}[]} `was` and `is` are the lines' numbers from 1
 */
export function difference(before, after) {
  let begin = 0;
  while (begin < before.length && begin < after.length && before[begin] === after[begin]) begin++;
  let end = 0;
  while (end < before.length - begin && end < after.length - begin && before.at(-1 - end) === after.at(-1 - end)) end++;

  const rows = [];
  let [was, is] = [0, 0];
  const keep = () => rows.push({ sign: ' ', text: after[is], was: ++was, is: ++is });
  const drop = () => rows.push({ sign: '-', text: before[was], was: ++was, is });
  const add = () => rows.push({ sign: '+', text: after[is], was, is: ++is });

  while (is < begin) keep();
  const common = commonLengths(before.slice(begin, before.length - end), after.slice(begin, after.length - end));
  while (was < before.length - end || is < after.length - end) {
    const [b, a] = [was - begin, is - begin];
    if (was === before.length - end) add();
    else if (is === after.length - end) drop();
    else if (common.length && before[was] === after[is]) keep();
    else if (common.length && common[b][a + 1] > common[b + 1][a]) add();
    else drop();
  }
  while (is < after.length) keep();
  return rows;
}

/** The lengths of the longest common subsequences of what follows each pair of lines; empty where that is too much. */
function commonLengths(before, after) {
  if (before.length > MOST_LINES || after.length > MOST_LINES) return [];
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      lengths[b][a] = before[b] === after[a] ? lengths[b + 1][a + 1] + 1 : Math.max(lengths[b + 1][a], lengths[b][a + 1]);
    }
  }
  return lengths;
}
