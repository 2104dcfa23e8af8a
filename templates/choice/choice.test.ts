// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const bread = (right: string, multiple = false, shuffle = false): Options => ({
  multiple,
  shuffle,
  choices: ['farine', 'eau', 'sel', 'levain', 'sucre'].map((text, index) => {
    const token = 'abcde'[index] ?? '';
    return { token, right: right.includes(token), feedback: `<p>Le mot « ${text} ».</p>`, text, html: text };
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

  it('marks right, wrong and missed choices, but not those rightly unticked', () => {
    expect(score(bread('ab', true), ['a', 'c']).parts).toEqual({ a: 'right', b: 'missed', c: 'wrong' });
  });

  it('ignores tokens of choices that no longer exist, and answers of another type', () => {
    expect(score(bread('a'), ['zz', 'a']).ratio).toBe(1);
    expect(report(bread('a'), ['zz'])).toEqual([]);
    expect(report(bread('ab', true), ['zz', 'e', 'c'])).toEqual([
      { response: { type: 'choice', tokens: ['c', 'e'] }, result: 'incorrect' },
    ]);
    expect(score(bread('a'), null)).toEqual({ ratio: 0, parts: { a: 'missed' } });
    expect(report(bread('a'), { a: true } as unknown as Answer)).toEqual([]);
    expect(score(bread('a'), { a: true } as unknown as Answer).ratio).toBe(0);
  });

  it('sends one interaction, correct only if all is right', () => {
    expect(slots(bread('ab', true))).toEqual([{ type: 'choice', right: [{ type: 'choice', tokens: ['a', 'b'] }], text: '' }]);
    expect(report(bread('ab', true), ['b', 'a'])).toEqual([{ response: { type: 'choice', tokens: ['a', 'b'] }, result: 'correct' }]);
    expect(report(bread('ab', true), ['a'])[0]?.result).toBe('incorrect');
  });

  it('is largest with everything ticked, or with the longest token', () => {
    expect(largest(bread('ab', true))).toHaveLength(5);
    const long: Options = {
      ...bread('a'),
      choices: [
        { token: 'c', text: 'sel', right: true },
        { token: 'ab', text: 'eau', right: false },
      ],
    };
    expect(largest(long)).toEqual(['ab']);
    expect([largest(bread('a')), largest({ ...long, multiple: true }), largest({ ...long, choices: [] })]).toEqual([
      ['a'],
      ['c', 'ab'],
      [],
    ]);
  });
});

describe('a choice on the page', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('shows no mark at a choice that is worth something without being right, but its feedback', () => {
    const weights = [100, 50, 0, 0, -25];
    const options: Options = { ...bread('a'), choices: bread('a').choices.map((choice, n) => ({ ...choice, weight: weights[n] ?? 0 })) };
    const { root, mounted } = mountType<Options, Answer>('choice', mount, options, ['b']);
    mounted.show(verdictOf(score(options, ['b']), true));
    const marks = [...root.querySelectorAll<HTMLElement>('.c-option')].map(({ dataset }) => dataset.mark);
    expect(marks).toEqual(['missed', undefined, undefined, undefined, undefined]);
    expect(root.querySelectorAll('.c-item')[1]?.querySelector('.c-feedback')?.textContent).toContain('eau');
  });

  const inputs = (root: HTMLElement): HTMLInputElement[] => [...root.querySelectorAll('input')];
  const tick = (input: HTMLInputElement | undefined): void => input?.click();
  const order = (root: HTMLElement): string =>
    inputs(root)
      .map((input) => input.value)
      .join('');

  it('requires an answer, drafts each change, and reads in the order of the text', () => {
    const bench = mountType('choice', mount, bread('ab', true));
    expect(bench.missing()).toBe('Choisissez d’abord une réponse.');
    tick(inputs(bench.root)[3]);
    tick(inputs(bench.root)[0]);
    expect(bench.drafts).toEqual([['d'], ['a', 'd']]);
    expect(bench.mounted.read?.()).toEqual(['a', 'd']);
  });

  it('shows the feedback of ticked choices, and of missed ones when the verdict is final', () => {
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

  it('shows the feedback of a choice if nothing is scored', () => {
    const bench = mountType<Options, Answer>('choice', mount, bread('a'), ['b']);
    bench.mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    expect(bench.marks()).toEqual([]);
    expect(bench.reasons()).toEqual(['Le mot « eau ».']);
  });

  it('shuffles the choices, but not after an answer', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const options = bread('a', false, true);
    const fresh = mountType('choice', mount, options);
    expect(order(fresh.root)).toBe('bcdea');
    tick(inputs(fresh.root)[4]);
    expect(fresh.mounted.read?.()).toEqual(['a']);
    expect(order(mountType<Options, Answer>('choice', mount, options, ['a']).root)).toBe('abcde');
    expect(order(mountType<Options, Answer>('choice', mount, options, null, true).root)).toBe('abcde');
    expect(order(mountType<Options, Answer>('choice', mount, options, []).root)).toBe('bcdea');
    expect(order(mountType<Options, Answer>('choice', mount, options, { a: 'x' } as unknown as Answer).root)).toBe('bcdea');
    expect(order(mountType<Options, Answer>('choice', mount, bread('a')).root)).toBe('abcde');
  });

  it('hides no choice where all are ticked, and names the only one that is not', () => {
    const words = (right: string): string | null | undefined => {
      const { root, mounted } = mountType<Options, Answer>('choice', mount, bread(right, true), [...right]);
      mounted.show(verdictOf(score(bread(right, true), [...right]), false));
      return root.querySelector('.choice-rest')?.textContent;
    };
    expect([words('abcde'), words('abcd')]).toEqual([undefined, 'Voir l’autre réponse']);
  });

  it('hides what was not ticked now, and nothing where the last try was wrong', () => {
    const { root, mounted } = mountType<Options, Answer>('choice', mount, bread('ab', true), ['a', 'b']);
    const rest = (): string[] => inputs(root).flatMap((input) => (input.closest('[data-folded] > [data-rest]') ? [input.value] : []));
    mounted.show(verdictOf(score(bread('ab', true), ['a', 'b']), true));
    expect(rest()).toEqual(['c', 'd', 'e']);
    mounted.show(null);
    tick(inputs(root)[1]);
    tick(inputs(root)[3]);
    mounted.show(verdictOf(score(bread('ad', true), ['a', 'd']), true));
    expect(rest()).toEqual(['b', 'c', 'e']);
    mounted.show(verdictOf(score(bread('ab', true), ['a', 'd']), true));
    expect([rest(), root.querySelector('.choice-rest')]).toEqual([[], null]);
  });

  it('can’t be changed while it is locked', () => {
    const { root, mounted } = mountType<Options, Answer>('choice', mount, bread('a'), ['a'], true);
    const off = (): boolean => inputs(root).every(({ disabled }) => disabled);
    const before = off();
    mounted.show(null);
    expect([before, off()]).toEqual([true, true]);
  });

  it('hides unticked choices when all is right, and shows them again on demand', () => {
    const { root, mounted } = mountType<Options, Answer>('choice', mount, bread('a'), ['a']);
    const rest = (): HTMLElement | null => root.querySelector('.choice-rest button');
    const folded = (): number => root.querySelectorAll('[data-folded] > [data-rest]').length;
    mounted.show(verdictOf(score(bread('a'), ['c']), false));
    expect([rest(), folded()]).toEqual([null, 0]);
    mounted.show(verdictOf(score(bread('a'), ['a']), true));
    expect([rest()?.textContent, rest()?.getAttribute('aria-expanded'), folded()]).toEqual(['Voir les autres réponses (4)', 'false', 4]);
    expect(root.querySelector('.choice-rest')?.previousElementSibling).toBe(root.querySelector('.c-options'));
    rest()?.click();
    expect([rest()?.getAttribute('aria-expanded'), folded()]).toEqual(['true', 0]);
    rest()?.click();
    expect([rest()?.getAttribute('aria-expanded'), folded(), rest()?.getAttribute('type')]).toEqual(['false', 4, 'button']);
    mounted.show(null);
    expect([rest(), folded()]).toEqual([null, 0]);
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('choice', schema, `:::choice{#q ${attributes}}\nQuoi ?\n\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['two choices', read('- [x] un\n- [ ] deux'), []],
    ['one choice', read('- [x] un'), ['too-few-choices:1']],
    ['no right choice', read('- [ ] un\n- [ ] deux'), ['no-right-choice:1']],
    ['an order of chance', read('- [x] un\n- [ ] deux', 'shuffle'), []],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));

  it('has one answer and its own order, unless the author says otherwise', () => {
    expect(read('- [x] un\n- [ ] deux').options).toMatchObject({ multiple: false, shuffle: false });
    expect(read('- [x] un\n- [ ] deux', 'multiple shuffle').options).toMatchObject({ multiple: true, shuffle: true });
  });

  it('is solved by its solution', () => {
    const options = read('- [ ] un\n- [x] deux\n- [x] trois', 'multiple').options as unknown as Options;
    expect(score(options, solve(options)).ratio).toBe(1);
  });
});
