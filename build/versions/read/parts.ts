import type { VersionPart } from '../model.ts';

/** Members of a part that hold its text, the most telling first. */
const WORDS = ['text', 'leftText', 'title', 'second'] as const;

/** Options nest some ten levels deep. */
const DEEPEST = 100;

function wordsOf(part: Readonly<Record<string, unknown>>): string {
  const found = WORDS.map((key) => part[key]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : '';
}

function collect(value: unknown, found: Map<string, string>, depth = 0): void {
  if (depth > DEEPEST) throw new RangeError('too deep');
  if (Array.isArray(value)) for (const one of value) collect(one, found, depth + 1);
  else if (typeof value === 'object' && value !== null) {
    const members = value as Readonly<Record<string, unknown>>;
    const { token } = members;
    if (typeof token === 'string') found.set(token, found.get(token) || wordsOf(members));
    for (const inner of Object.values(members)) collect(inner, found, depth + 1);
  }
}

/** Lists the parts in an activity's options, in their order. A token that is named twice is one part. @throws if they nest too deep */
export function partsIn(options: unknown): VersionPart[] {
  const found = new Map<string, string>();
  collect(options, found);
  return [...found].map(([token, words]) => ({ token, words }));
}
