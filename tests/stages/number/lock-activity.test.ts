import { describe, expect, test } from 'vitest';
import type { LockActivity } from '../../../build/model/lock.ts';
import { isSamePart, partOrigin, updateActivity } from '../../../build/stages/number/lock-activity.ts';
import { originOf } from '../../../src/model/course/lineage.ts';
import { lockable } from '../../helpers/lockable.ts';

const question = (text: string) => lockable('frein', [{ text }]);

/** The token of a choice whose words were changed: `a` where it is still the same. */
function tokenAfter(before: string, after: string): string | undefined {
  const old: LockActivity = updateActivity(undefined, question(before)).lock;
  return updateActivity(old, question(after)).tokens[0];
}

describe('a text at its position is the same if it shares more than half of the longer text’s words', () => {
  test.each([
    // Half of four is not enough, one more is.
    ['le frein de secours', 'le frein à patin', 'b'],
    ['le frein de secours', 'le frein de parking', 'a'],
    // Of five, three are enough, two are not.
    ['le grand frein de secours', 'le grand frein à patin', 'a'],
    ['le grand frein de secours', 'le grand klaxon à air', 'b'],
    // The longer one counts, whichever it is.
    ['le frein', 'le frein à patin', 'b'],
    ['le frein à patin', 'le frein', 'b'],
    ['le frein', 'le frein mécanique', 'a'],
    ['le frein mécanique', 'le frein', 'a'],
    // A word counts as often as it stands in both.
    ['pas à pas', 'pas après un', 'b'],
    ['pas à pas', 'pas après pas', 'a'],
    ['rame sur rame', 'rame après quai', 'b'],
    ['rame sur rame', 'rame après rame', 'a'],
    ['frein', 'klaxon', 'b'],
    // A number is a word.
    ['rame 1 2 3', 'tram 1 2 3', 'a'],
  ])('%s → %s', (before, after, token) => {
    expect(tokenAfter(before, after)).toBe(token);
  });
});

/** Updates an entry with the texts of an activity; `deux!` has the key `x`. */
function update(old: LockActivity | undefined, ...texts: readonly string[]) {
  const parts = texts.map((text) => (text.endsWith('!') ? { text: text.slice(0, -1), key: 'x' } : { text }));
  return updateActivity(old, lockable('frein', parts));
}

describe('the parts of an activity', () => {
  test('keep their letters at any position, and new ones get the next', () => {
    const { lock } = update(undefined, 'un', 'deux', 'trois');
    const { tokens, lock: next, lineage } = update(lock, 'trois', 'un', 'quatre');
    expect(tokens).toEqual(['c', 'a', 'd']);
    expect(next.parts).toEqual([{ text: 'un' }, { text: 'deux', gone: true }, { text: 'trois' }, { text: 'quatre' }]);
    expect(lineage).toEqual({ origins: ['un', 'deux', 'trois', 'quatre'].map(originOf).join(''), gone: ['b'] });
    expect(update(undefined, 'un').lineage).toEqual({ origins: originOf('un') });
  });

  test('come back with their letters', () => {
    const { lock } = update(update(undefined, 'un', 'deux').lock, 'un');
    expect(lock.parts[1]).toEqual({ text: 'deux', gone: true });
    const { tokens, lock: next } = update(lock, 'deux', 'un');
    expect([tokens, next.parts]).toEqual([
      ['b', 'a'],
      [{ text: 'un' }, { text: 'deux' }],
    ]);
    expect(update(update(lock, 'un').lock, 'un').lock.parts[1]).toEqual({ text: 'deux', gone: true });
  });

  test('are the same whatever their spaces, quotes, apostrophes, case and accents', () => {
    const { lock } = update(undefined, "« L'Éte\u0301\u00a0  »", '“quai”');
    expect(lock.parts).toEqual([{ text: '"l\'été"' }, { text: '"quai"' }]);
    expect(update(lock, '«\u202fQUAI  »', '"l’été"').tokens).toEqual(['b', 'a']);
    expect(update(lock, '„quai"', '"l‘été"').tokens).toEqual(['b', 'a']);
  });

  test('of the same text are distinguished by their keys', () => {
    const { lock } = update(undefined, 'deux!', 'deux');
    expect(lock.parts).toEqual([{ text: 'deux', key: 'x' }, { text: 'deux' }]);
    expect(update(lock, 'deux', 'deux!').tokens).toEqual(['b', 'a']);
    expect(update(lock, 'deux', 'deux').tokens).toEqual(['b', 'a']);
    expect(update(lock, 'deux', 'deux', 'deux').tokens).toEqual(['b', 'a', 'c']);
  });

  test('of the same text and key have their letters in order', () => {
    const { lock } = update(undefined, 'deux', 'deux', 'trois');
    expect(update(lock, 'trois', 'deux').tokens).toEqual(['c', 'a']);
    expect(update(lock, 'trois', 'deux!').tokens).toEqual(['c', 'a']);
    expect(update(lock, 'deux', 'deux', 'deux').tokens).toEqual(['a', 'b', 'd']);
  });

  test('that are corrected remember their first text, and forget it once they have it again', () => {
    const { lock } = update(undefined, 'le frein');
    const { lock: next, lineage } = update(lock, 'le frein rouge');
    expect(next.parts).toEqual([{ text: 'le frein rouge', from: originOf('le frein') }]);
    expect(lineage.origins).toBe(originOf('le frein'));
    expect(update(next, 'le frein').lock.parts).toEqual([{ text: 'le frein' }]);
    expect(update(next, 'le grand frein rouge').lock.parts[0]?.from).toBe(originOf('le frein'));
  });

  test('are others where a number or the key differs', () => {
    const { lock } = update(undefined, 'le frein du quai 2');
    expect([update(lock, 'le frein du quai 3').tokens, update(lock, 'le frein du quai 2 ici').tokens]).toEqual([['b'], ['a']]);
    expect(update(lock, 'le frein du quai 2 ici!').tokens).toEqual(['b']);
  });

  test('are corrected in the place that they have without those that are gone', () => {
    const { lock } = update(update(undefined, 'un', 'le frein', 'trois').lock, 'le frein', 'trois');
    expect(update(lock, 'le frein rouge', 'trois').tokens).toEqual(['b', 'c']);
    // Beyond the old ones nothing is a correction, not even of the first.
    expect(update(update(undefined, 'le frein').lock, 'un', 'le frein rouge').tokens).toEqual(['b', 'c']);
    // One that another text has is free for no correction.
    expect(update(lock, 'le frein rouge', 'le frein').tokens).toEqual(['d', 'b']);
  });
});

test('an activity remembers its earlier types, each where it changed', () => {
  const of = (type: string) => ({ ...lockable('frein', []), type });
  const first = updateActivity(undefined, of('choice')).lock;
  expect(first).toEqual({ id: 'frein', type: 'choice', parts: [] });
  expect(updateActivity(first, of('choice')).lock).toEqual(first);
  const second = updateActivity(first, of('order'));
  expect([second.lock, second.lineage]).toEqual([
    { id: 'frein', type: 'order', was: ['choice'], parts: [] },
    { origins: '', was: ['choice'] },
  ]);
  expect(updateActivity(second.lock, of('choice')).lock.was).toEqual(['choice', 'order']);
  expect(updateActivity({ id: 'frein', parts: [] }, of('order')).lock).not.toHaveProperty('was');
});

test('two entries are one part by their origin, and by chance alone they are not', () => {
  const from = originOf('le frein');
  expect(partOrigin({ text: 'le frein' })).toBe(from);
  expect(partOrigin({ text: 'autre', from })).toBe(from);
  expect(isSamePart({ text: 'le frein' }, { text: 'le frein' })).toBe(true);
  expect(isSamePart({ text: 'le frein rouge', from }, { text: 'le frein' })).toBe(true);
  expect(isSamePart({ text: 'le frein' }, { text: 'le frein rouge', from })).toBe(true);
  expect(isSamePart({ text: 'le frein', from: originOf('un') }, { text: 'le frein' })).toBe(false);
  const twin = twinOf('le frein');
  expect([originOf(twin) === from, isSamePart({ text: 'le frein' }, { text: twin })]).toEqual([true, false]);
});

/** Finds another text with the same origin. */
function twinOf(text: string): string {
  for (let n = 0; ; n++) if (originOf(`tram ${n}`) === originOf(text)) return `tram ${n}`;
}
