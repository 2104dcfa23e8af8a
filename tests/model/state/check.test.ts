import { describe, expect, test } from 'vitest';
import { checkOf, isRewritten, kinshipOf } from '../../../src/model/state/check.ts';
import type { ActivityState } from '../../../src/model/state/state.ts';

const levain = { id: 'levain', type: 'choice', origins: 'aAbBcC' };
const ticked = (...answer: string[]): ActivityState => ({ answer, tries: 1 });
const saved = (state: ActivityState, activity: Parameters<typeof checkOf>[0] = levain): ActivityState => ({
  ...state,
  check: checkOf(activity, state),
});

describe('a saved entry and the activity that has its number', () => {
  test.each<[string, Partial<typeof levain> & { was?: string[] }, ActivityState, string]>([
    ['the same activity', {}, saved(ticked('a', 'c')), 'same'],
    ['a draft counts, too', { origins: 'aAbBdD' }, saved({ draft: ['c'], tries: 0 }), 'strange'],
    ['an answer counts beside a draft', { origins: 'dDbBcC' }, saved({ answer: ['a'], draft: ['c'], tries: 1 }), 'strange'],
    ['a part that the answer does not name may be another', { origins: 'aAbBdD' }, saved(ticked('a')), 'same'],
    ['a part that it names may not', { origins: 'aAdDcC' }, saved(ticked('a', 'b')), 'strange'],
    ['parts that came later make no difference', { origins: 'aAbBcCdD' }, saved(ticked('c')), 'same'],
    ['an older package, where the answer needs no later part', { origins: 'aAbB' }, saved(ticked('a')), 'same'],
    ['an older package, where it does', { origins: 'aAbB' }, saved(ticked('c')), 'strange'],
    ['another id', { id: 'farine' }, saved(ticked('a')), 'strange'],
    ['another type that it never had', { type: 'order' }, saved(ticked('a')), 'strange'],
    ['another type since', { type: 'order', was: ['choice'] }, saved(ticked('a')), 'retyped'],
    ['several types since', { type: 'order', was: ['match', 'choice'] }, saved(ticked('a')), 'retyped'],
    ['several types since, and not the last of them', { type: 'order', was: ['choice', 'match'] }, saved(ticked('a')), 'retyped'],
    ['an answer without parts', {}, saved({ answer: 7, tries: 1 }), 'same'],
    ['an answer without parts, and another id', { id: 'farine' }, saved({ answer: 7, tries: 1 }), 'strange'],
    ['no check: it is taken at its word', { id: 'farine' }, ticked('a'), 'same'],
    ['no check, and the type has changed at some time', { was: ['order'] }, ticked('a'), 'retyped'],
  ])('%s', (_, now, state, kinship) => {
    expect(kinshipOf({ ...levain, ...now }, state)).toBe(kinship);
  });

  test('a word that looks like the token of a later part does not make its answer strange', () => {
    const text = saved({ answer: 'd', tries: 1 });
    expect(kinshipOf({ ...levain, origins: 'aAbBcCdD' }, text)).toBe('same');
    // Its place comes after those of all tokens, also from the tenth on.
    expect(kinshipOf({ ...levain, origins: 'aAbBcCdDeEfFgGhHiIjJkK' }, saved(ticked('c', 'k')))).toBe('same');
  });

  test('checks stay the same in later packages, whatever the order of an answer', () => {
    const checks = [ticked('a', 'c'), ticked('c', 'a'), { draft: { c: 'a' }, tries: 0 }, ticked('b'), { answer: 7, tries: 1 }];
    expect(checks.map((state) => checkOf(levain, state))).toEqual([15_782, 15_782, 15_782, 8457, 9114]);
    const long = { ...levain, origins: Array.from('abcdefghijkl', (sign) => sign + sign.toUpperCase()).join('') };
    const [one, other] = [ticked('l', 'c', 'b'), ticked('b', 'c', 'l')].map((state) => checkOf(long, state));
    expect(one).toBe(other);
  });

  test('a check is never 0', () => {
    expect(checkOf({ ...levain, id: 'pain-2069' }, { answer: 7, tries: 1 })).toBe(1);
  });

  test('checks of other activities differ', () => {
    const ids = Array.from({ length: 500 }, (_, n) => `levain-${n}`);
    const alike = ids.filter((id) => kinshipOf({ ...levain, id }, saved(ticked('a'))) === 'same');
    // Two attempts of one in 16 384 each.
    expect(alike.length).toBeLessThan(3);
  });
});

describe('a rewritten question', () => {
  const gone = (...tokens: string[]) => ({ ...levain, gone: tokens });

  test.each<[string, Parameters<typeof isRewritten>[0], ActivityState['answer'], boolean]>([
    ['all that was ticked is gone', gone('a', 'b'), ['a', 'b'], true],
    ['one of them stands', gone('a'), ['a', 'b'], false],
    ['nothing is gone', levain, ['a'], false],
    ['nothing was ticked', gone('a'), [], false],
    ['pairs whose left side is gone, though the right one stands', gone('a'), { a: 'c' }, true],
    ['pairs whose right side is gone', gone('c'), { a: 'c' }, false],
    ['a word that reads as a part that is gone, in a blank that stands', gone('a'), { b: 'a' }, false],
    ['a text that reads so', gone('a'), 'a', false],
    ['a list behind a name', gone('a'), { levels: ['a'] }, true],
    ['a list in a list', gone('a'), [['a']], true],
    ['a list of words under a part that is gone', gone('a'), { a: ['b'] }, true],
    ['no answer', gone('a'), null, false],
    ['none at all', gone('a'), undefined, false],
    ['one pair of two stands', gone('a'), { a: 'c', b: 'c' }, false],
    ['a word that reads as no part of it', gone('a'), { b: 'zut' }, false],
    ['a number', gone('a'), 3, false],
    ['a part that is gone beside what is none', gone('a'), ['a', 'Autre chose', 'z'], true],
  ])('%s', (_, activity, answer, expected) => {
    expect(isRewritten(activity, answer)).toBe(expected);
  });
});
