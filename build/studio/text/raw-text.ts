/** A replacement in the text that an editor shows: offsets there, line breaks as `\n`. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Finds the one range in which two shown texts differ. */
export function difference(before: string, after: string): Replacement {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  const most = Math.min(before.length, after.length) - from;
  let same = 0;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

const BREAK = /\r\n?|\n/g;

/** Returns the text as an editor shows it, with `\n` as the only line break. */
export function shownText(raw: string): string {
  return raw.replace(BREAK, '\n');
}

/** Returns the line of an offset in the shown text. Lines count from 1. */
export function lineAt(shown: string, offset: number): number {
  return shown.slice(0, offset).split('\n').length;
}

/** Returns the line break that new lines get: the one that the text has most of. */
export function commonBreak(raw: string): string {
  const counts = new Map<string, number>();
  for (const [found] of raw.matchAll(BREAK)) counts.set(found, (counts.get(found) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? '\n';
}

/** Converts offsets of the shown text, in ascending order, to offsets of the raw one. */
export function rawOffsets(raw: string, shown: readonly number[]): number[] {
  const extra: number[] = [];
  for (const { 0: found, index } of raw.matchAll(BREAK)) if (found.length === 2) extra.push(index - extra.length);
  let passed = 0;
  return shown.map((offset) => {
    while (passed < extra.length && (extra[passed] ?? 0) < offset) passed += 1;
    return offset + passed;
  });
}

/**
 * Applies replacements to a text and keeps every other byte, line breaks of several kinds included.
 * @param changes in ascending order, without overlap; all offsets refer to the text before
 */
export function replaceIn(raw: string, changes: readonly Replacement[]): string {
  const ends = commonBreak(raw);
  const offsets = rawOffsets(
    raw,
    changes.flatMap(({ from, to }) => [from, to]),
  );
  let result = '';
  let done = 0;
  changes.forEach(({ insert }, index) => {
    const [from = 0, to = 0] = offsets.slice(2 * index);
    result += raw.slice(done, from) + insert.replace(BREAK, ends);
    done = to;
  });
  return result + raw.slice(done);
}
