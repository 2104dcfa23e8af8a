// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, type Options, report, score, slots } from './scoring.ts';

const bread = (right: string, multiple = false, shuffle = false): Options => ({
  multiple,
  shuffle,
  choices: ['farine', 'eau', 'sel', 'levain', 'sucre'].map((text, index) => {
    const token = 'abcde'[index] ?? '';
    return { token, right: right.includes(token), feedback: `<p>Le mot « ${text} ».</p>`, html: text };
  }),
});

describe('scoring a choice', () => {
  it.each([
    ['abd', 1],
    ['ab', 2 / 3],
    ['abc', 1 / 3],
    ['abdc', 2 / 3],
    ['ce', 0],
    ['c', 0],
    ['abcde', 1 / 3],
    ['', 0],
  ])('gives partial credit for %j', (ticked, ratio) => expect(score(bread('abd', true), [...ticked]).ratio).toBeCloseTo(ratio));

  it('tells right, wrong and missed apart, and says nothing of what was rightly left out', () => {
    expect(score(bread('ab', true), ['a', 'c']).parts).toEqual({ a: 'right', b: 'missed', c: 'wrong' });
  });

  it('forgets the tokens of choices that are gone, and answers of another kind', () => {
    expect(score(bread('a'), ['zz', 'a']).ratio).toBe(1);
    expect(report(bread('a'), ['zz'])).toEqual([]);
    expect(score(bread('a'), { a: true } as unknown as Answer).ratio).toBe(0);
  });

  it('is one interaction, correct only where all is right', () => {
    expect(slots(bread('ab', true))).toEqual([{ type: 'choice', right: [{ type: 'choice', tokens: ['a', 'b'] }], text: '' }]);
    expect(report(bread('ab', true), ['b', 'a'])).toEqual([{ response: { type: 'choice', tokens: ['a', 'b'] }, result: 'correct' }]);
    expect(report(bread('ab', true), ['a'])[0]?.result).toBe('incorrect');
  });

  it('costs most with everything ticked, or with the longest token', () => {
    expect(largest(bread('ab', true))).toHaveLength(5);
    const long: Options = {
      ...bread('a'),
      choices: [
        { token: 'c', right: true },
        { token: 'ab', right: false },
      ],
    };
    expect(largest(long)).toEqual(['ab']);
  });
});

describe('a choice on the page', () => {
  afterEach(() => void vi.restoreAllMocks());

  const inputs = (root: HTMLElement): HTMLInputElement[] => [...root.querySelectorAll('input')];
  const tick = (input: HTMLInputElement | undefined): void => input?.click();
  const order = (root: HTMLElement): string =>
    inputs(root)
      .map((input) => input.value)
      .join('');

  it('asks for an answer, drafts each change, and reads in the order of the text', () => {
    const bench = mountType('choice', mount, bread('ab', true));
    expect(bench.missing()).toBe('Choisissez d’abord une réponse.');
    tick(inputs(bench.root)[3]);
    tick(inputs(bench.root)[0]);
    expect(bench.drafts).toEqual([['d'], ['a', 'd']]);
    expect(bench.mounted.read?.()).toEqual(['a', 'd']);
  });

  it('shows the feedback of what was ticked, and of what was missed once it is final', () => {
    const options = bread('ab', true);
    const bench = mountType<Options, Answer>('choice', mount, options, ['a', 'c']);
    bench.mounted.show(verdictOf(score(options, ['a', 'c']), false));
    expect(bench.marks()).toEqual(['Juste', 'À revoir']);
    expect(bench.reasons()).toEqual(['Le mot « farine ».', 'Le mot « sel ».']);
    expect(inputs(bench.root).some((input) => input.disabled)).toBe(false);
    bench.mounted.show(verdictOf(score(options, ['a', 'c']), true));
    expect(bench.marks()).toEqual(['Juste', 'Réponse attendue', 'À revoir']);
    expect(bench.reasons()).toEqual(['Le mot « farine ».', 'Le mot « eau ».', 'Le mot « sel ».']);
    expect(inputs(bench.root).every((input) => input.disabled)).toBe(true);
    bench.mounted.show(null);
    expect(bench.marks().concat(bench.reasons())).toEqual([]);
    expect(inputs(bench.root).some((input) => input.disabled)).toBe(false);
  });

  it('shows the feedback of a choice where nothing is judged', () => {
    const bench = mountType<Options, Answer>('choice', mount, bread('a'), ['b']);
    bench.mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    expect(bench.marks()).toEqual([]);
    expect(bench.reasons()).toEqual(['Le mot « eau ».']);
  });

  it('shuffles, but never what was answered', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const options = bread('a', false, true);
    const fresh = mountType('choice', mount, options);
    expect(order(fresh.root)).toBe('bcdea');
    tick(inputs(fresh.root)[4]);
    expect(fresh.mounted.read?.()).toEqual(['a']);
    expect(order(mountType<Options, Answer>('choice', mount, options, ['a']).root)).toBe('abcde');
    expect(order(mountType<Options, Answer>('choice', mount, options, null, true).root)).toBe('abcde');
  });
});
