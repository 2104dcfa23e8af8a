/** A passage that differs between two versions of a text: whole lines with their ends. */
export interface Passage {
  /** First line of it here, from 1. */
  readonly line: number;
  readonly mine: string;
  readonly theirs: string;
}

/** A text that both versions have, or a passage that differs. */
export type Part = string | Passage;

/** Pairs of lines that are compared at most; of larger texts, everything between the first and last difference is one passage. */
const MOST_PAIRS = 4_000_000;

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Finds the longest common lines of two texts, as pairs of positions. */
function commonLines(mine: readonly string[], theirs: readonly string[]): readonly (readonly [number, number])[] {
  if (mine.length * theirs.length > MOST_PAIRS) return [];
  const width = theirs.length + 1;
  const lengths = new Uint32Array((mine.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = mine.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--)
      lengths[i * width + j] = mine[i] === theirs[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < mine.length && j < theirs.length) {
    if (mine[i] === theirs[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Counts the lines that two texts begin with, or with `isEnd` end with. */
function same(mine: readonly string[], theirs: readonly string[], isEnd: boolean): number {
  const most = Math.min(mine.length, theirs.length);
  let count = 0;
  while (count < most && (isEnd ? mine.at(-1 - count) === theirs.at(-1 - count) : mine[count] === theirs[count])) count++;
  return count;
}

/** Compares two versions of a text line by line. The parts of either, joined, are its text. */
export function partsOf(mine: string, theirs: string): readonly Part[] {
  const [allMine, allTheirs] = [linesOf(mine), linesOf(theirs)];
  const start = same(allMine, allTheirs, false);
  const end = same(allMine.slice(start), allTheirs.slice(start), true);
  const [ours, others] = [allMine.slice(start, allMine.length - end), allTheirs.slice(start, allTheirs.length - end)];
  const parts: Part[] = start > 0 ? [allMine.slice(0, start).join('')] : [];
  let [i, j, common] = [0, 0, ''];
  const flush = (): void => {
    if (common !== '') parts.push(common);
    common = '';
  };
  for (const [nextMine, nextTheirs] of [...commonLines(ours, others), [ours.length, others.length] as const]) {
    if (nextMine > i || nextTheirs > j) {
      flush();
      parts.push({ line: start + i + 1, mine: ours.slice(i, nextMine).join(''), theirs: others.slice(j, nextTheirs).join('') });
    }
    common += ours[nextMine] ?? '';
    [i, j] = [nextMine + 1, nextTheirs + 1];
  }
  flush();
  return end > 0 ? [...parts, allMine.slice(allMine.length - end).join('')] : parts;
}

/** Joins the parts, of each passage the version that was chosen. @param choices by the number of the passage, from 0 */
export function joined(parts: readonly Part[], choices: readonly ('mine' | 'theirs')[]): string {
  let number = 0;
  return parts.map((part) => (typeof part === 'string' ? part : part[choices[number++] ?? 'mine'])).join('');
}

/** Splits a passage into what it shares with the other version at its start, what differs, and what it shares at its end; in words. */
export function marked(text: string, other: string): readonly [before: string, differs: string, after: string] {
  const words = (value: string): readonly string[] => value.match(/\s+|[^\s]+/g) ?? [];
  const [ours, others] = [words(text), words(other)];
  const start = same(ours, others, false);
  const end = same(ours.slice(start), others.slice(start), true);
  return [ours.slice(0, start).join(''), ours.slice(start, ours.length - end).join(''), ours.slice(ours.length - end).join('')];
}
