import type { ModuleContent } from '../../../src/model/course/course.ts';
import { type Token, tokenPosition } from '../../../src/model/course/token.ts';
import type { Pattern, Slot } from '../../../src/model/record/interaction.ts';
import { isRewritten } from '../../../src/model/state/check.ts';
import type { Change, Place } from '../kinds.ts';
import type { VersionActivity, VersionPart } from '../model.ts';
import { fateOf } from './saved.ts';

/** Characters of a part's origin. */
const ORIGIN = 2;

const tokensOf = ({ parts }: VersionActivity): Token[] => parts.map(({ token }) => token);

function without(parts: readonly VersionPart[], other: VersionActivity): VersionPart[] {
  const there = new Set(tokensOf(other));
  return parts.filter(({ token }) => !there.has(token));
}

/** Pairs removed parts with new ones: at the same position, and the rest in their order if there are as many. */
function replacements(old: VersionActivity, now: VersionActivity): ReadonlyMap<VersionPart, VersionPart> {
  const [gone, fresh] = [without(old.parts, now), without(now.parts, old)];
  const found = new Map<VersionPart, VersionPart>();
  for (const part of gone) {
    const other = now.parts[old.parts.indexOf(part)];
    if (other && fresh.includes(other)) found.set(part, other);
  }
  const [rest, left] = [gone.filter((part) => !found.has(part)), fresh.filter((part) => ![...found.values()].includes(part))];
  if (rest.length === left.length) rest.forEach((part, index) => void found.set(part, left[index] as VersionPart));
  return found;
}

/** Tests whether the new package's lock has ever had a part. */
function isKnown({ token }: VersionPart, { origins, gone = [] }: VersionActivity): boolean {
  return gone.includes(token) || tokenPosition(token) * ORIGIN < origins.length || origins === '';
}

function removedParts(old: VersionActivity, now: VersionActivity, place: Place): Change[] {
  const replaced = replacements(old, now);
  return without(old.parts, now).flatMap((part): Change => {
    const at = { ...place, part: part.words };
    const other = replaced.get(part);
    if (!isKnown(part, now)) return { kind: 'part-newer', place: at };
    return other
      ? { kind: 'part-replaced', place: at, values: { before: part.words, after: other.words } }
      : { kind: 'part-removed', place: at, values: { before: part.words } };
  });
}

function addedParts(old: VersionActivity, now: VersionActivity, place: Place): Change[] {
  const taken = new Set(replacements(old, now).values());
  return without(now.parts, old)
    .filter((part) => !taken.has(part))
    .map(({ words }) => ({ kind: 'part-added', place: { ...place, part: words }, values: { after: words } }));
}

/** Removes typography that authors don't write, such as curly apostrophes and thin spaces. */
function plain(words: string): string {
  return words
    .replace(/[’‘]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

/** Tests whether two texts have a word in common. Of 0.1 there is no origin: texts without one are not the same part. */
function sharesWord(one: string, other: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const there = new Set(words(other));
  return words(one).some((word) => there.has(word));
}

function keptParts(old: VersionActivity, now: VersionActivity, content: ModuleContent, place: Place): Change[] {
  const later = new Map(now.parts.map((part) => [part.token, part.words]));
  return old.parts.flatMap(({ token, words }): Change[] => {
    const after = later.get(token);
    if (after === undefined) return [];
    const values = { before: words, after };
    if (plain(after) === plain(words)) return [];
    const isOther = old.origins === '' ? !sharesWord(words, after) : fateOf(old, [token], content) === 'strange';
    return [{ kind: isOther ? 'part-other' : 'part-reworded', place: { ...place, part: after }, values }];
  });
}

/** Limits a right answer to parts that both versions have. */
function limited(pattern: Pattern, both: ReadonlySet<Token>): unknown {
  switch (pattern.type) {
    case 'choice':
      return pattern.tokens.filter((token) => both.has(token)).sort();
    case 'sequencing':
      return pattern.tokens.filter((token) => both.has(token));
    case 'matching':
      return pattern.pairs
        .filter((pair) => pair.every((token) => both.has(token)))
        .map(String)
        .sort();
    case 'performance':
      return pattern.steps
        .filter(([token]) => both.has(token))
        .map(String)
        .sort();
    default:
      return pattern;
  }
}

function keyOf({ slots }: VersionActivity, both: ReadonlySet<Token>): string {
  // Texts that only their author reads have no slot; a slot without a right answer has no key.
  const isKept = ({ part, right }: Slot): boolean => right.length > 0 && (part === undefined || both.has(part));
  return JSON.stringify(slots.filter(isKept).map(({ part, right }) => [part, right.map((pattern) => limited(pattern, both))]));
}

/** Compares the parts of an activity: choices, pairs, items, steps, blanks, fields. @param content the new item */
export function compareParts(old: VersionActivity, now: VersionActivity, content: ModuleContent, place: Place): Change[] {
  if (isRewritten(now, tokensOf(old))) return [{ kind: 'question-rewritten', place }];
  const both = new Set(tokensOf(old).filter((token) => tokensOf(now).includes(token)));
  const order = (activity: VersionActivity): string => String(tokensOf(activity).filter((token) => both.has(token)));
  const isRejudged = keyOf(old, both) !== keyOf(now, both);
  return [
    ...removedParts(old, now, place),
    ...addedParts(old, now, place),
    ...keptParts(old, now, content, place),
    ...(isRejudged ? [{ kind: 'key-changed', place } as const] : []),
    ...(order(old) !== order(now) && !isRejudged ? [{ kind: 'parts-reordered', place } as const] : []),
  ];
}
