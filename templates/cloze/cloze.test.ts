// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const recipe: Options = {
  mode: 'type',
  size: 6,
  blanks: [
    { token: 'a', accepted: ['farine', 'farine de blé'], text: 'On pétrit la [?]' },
    { token: 'b', accepted: ['pâte'], text: 'et la [?] lève' },
  ],
};
const listed = { ...recipe, mode: 'list' as const, words: ['farine', 'pâte', 'sel'] };

describe('scoring blanks', () => {
  it('counts right blanks, and misses the empty ones', () => {
    expect(score(recipe, { a: 'Farine de ble', b: ' ' })).toEqual({ ratio: 0.5, parts: { a: 'right', b: 'missed' } });
    expect(score(recipe, { a: 'sel', b: 'PÂTE.', zz: 'x' }).parts).toEqual({ a: 'wrong', b: 'right' });
    expect(score({ ...recipe, accents: 'strict' }, { a: 'farine', b: 'pate' }).ratio).toBe(0.5);
  });

  it('is an interaction a blank, with each accepted answer as a right one', () => {
    expect(slots(recipe)[0]).toEqual({
      part: 'a',
      type: 'fill-in',
      right: [
        { type: 'fill-in', text: 'farine' },
        { type: 'fill-in', text: 'farine de blé' },
      ],
      text: 'On pétrit la [?]',
    });
    expect(slots(recipe)[1]).toEqual({ part: 'b', type: 'fill-in', right: [{ type: 'fill-in', text: 'pâte' }], text: 'et la [?] lève' });
    const long = { ...recipe, blanks: recipe.blanks.map((blank) => ({ ...blank, text: 'é'.repeat(251) })) };
    expect(slots(long)[0]?.text).toBe('é'.repeat(250));
    const given = (part: string, text: string, result: string) => ({ part, response: { type: 'fill-in', text }, result });
    expect(report(recipe, { b: 'pâte ', a: 'Farine', zz: 'x' })).toEqual([given('a', 'Farine', 'correct'), given('b', 'pâte', 'correct')]);
    expect(report({ ...recipe, accents: 'strict' }, { b: 'pate' })).toEqual([given('b', 'pate', 'incorrect')]);
    expect([score(recipe, null).ratio, report(recipe, { a: 3, b: [] } as unknown as Answer)]).toEqual([0, []]);
    expect(solve({ ...recipe, blanks: [...recipe.blanks, { token: 'c', accepted: [], text: '' }] })).toEqual({
      a: 'farine',
      b: 'pâte',
      c: '',
    });
    expect(report(recipe, { b: ' sel ' })).toEqual([{ part: 'b', response: { type: 'fill-in', text: 'sel' }, result: 'incorrect' }]);
  });

  it('costs most with full fields, or with the longest word everywhere', () => {
    expect(Object.values(largest(recipe)).map((text) => text.length)).toEqual([60, 60]);
    expect(largest(listed)).toEqual({ a: 'farine', b: 'farine' });
    expect(largest({ ...listed, words: ['sel', 'pâte', 'four'] })).toEqual({ a: 'pâte', b: 'pâte' });
    expect(largest({ ...listed, words: ['eau', 'sel', 'blé'] }).a).toBe('eau');
    expect(largest({ ...listed, words: [] }).a).toHaveLength(60);
    const texts = Object.values(largest({ ...recipe, blanks: recipe.blanks.map((blank) => ({ ...blank, text: '' })) }));
    expect([texts[0] === texts[1], texts[0] === largest(recipe).a]).toEqual([false, false]);
  });
});

describe('blanks on the page', () => {
  const fields = (root: HTMLElement): (HTMLInputElement | HTMLSelectElement)[] => [...root.querySelectorAll<HTMLInputElement>('.c-input')];

  it('names each blank by its place, and takes the same length in all', () => {
    const { root } = mountType<Options, Answer>('cloze', mount, recipe);
    expect(fields(root).map((field) => field.getAttribute('aria-label'))).toEqual(['Blanc 1 sur 2', 'Blanc 2 sur 2']);
    expect(fields(root).map((field) => (field as HTMLInputElement).maxLength)).toEqual([60, 60]);
    const short = { token: 'c', accepted: ['z'], text: '' };
    const long = { ...recipe, blanks: [short, { token: 'a', accepted: ['x', 'y'.repeat(40)], text: '' }] };
    expect(fields(mountType<Options, Answer>('cloze', mount, long).root).map((field) => (field as HTMLInputElement).maxLength)).toEqual([
      80, 80,
    ]);
  });

  it('shows the words of a list with typography, and keeps them as written', () => {
    const words = ["l'eau : R&D", 'sel'];
    const blanks = [{ token: 'a', accepted: ["l'eau : R&D"], text: '[?]' }];
    const bench = mountType<Options, Answer>('cloze', mount, { mode: 'list', blanks, words, size: 6 });
    const select = fields(bench.root)[0] as HTMLSelectElement;
    expect([...select.options].map(({ value, text }) => [value, text])).toEqual([
      ['', 'Choisir'],
      ["l'eau : R&D", 'l’eau\u00a0: R&D'],
      ['sel', 'sel'],
    ]);
    bench.type(select, 'sel');
    const verdict = verdictOf(score({ mode: 'list', blanks, size: 6 }, { a: 'sel' }), true);
    bench.mounted.show(verdict);
    expect(bench.root.querySelector('.c-expected')?.textContent).toBe('Réponse attendue\u00a0: l’eau\u00a0: R&D');
  });

  it('counts empty blanks, goes to the first, and drafts what is there', () => {
    const bench = mountType<Options, Answer>('cloze', mount, recipe);
    const [first, second] = fields(bench.root);
    expect(bench.mounted.read?.()).toEqual({ missing: 'Il reste 2 blancs à remplir.', at: first });
    bench.type(second as HTMLInputElement, 'pâte');
    expect([bench.drafts, bench.announced, bench.root.querySelector('.c-expected')]).toEqual([[{ b: 'pâte' }], [], null]);
    bench.type(first as HTMLInputElement, '  ');
    expect(bench.drafts.at(-1)).toEqual({ b: 'pâte' });
    expect(bench.missing()).toBe('Il reste un blanc à remplir.');
    expect(bench.mounted.read?.()).toEqual({ missing: bench.missing(), at: first });
    bench.type(first as HTMLInputElement, 'x'.repeat(60));
    expect(bench.announced).toEqual(['60 caractères au plus\u00a0: la suite de votre texte n’est pas prise en compte.']);
    expect(first?.closest('[data-blank]')?.textContent).toContain('60 caractères au plus');
    expect(bench.mounted.read?.()).toEqual({ a: 'x'.repeat(60), b: 'pâte' });
    bench.type(first as HTMLInputElement, 'x'.repeat(59));
    expect([bench.announced.length, bench.root.querySelector('.c-expected')]).toEqual([1, null]);
  });

  it.each([
    ['typed', recipe, 'readOnly'],
    ['chosen from a list', listed, 'disabled'],
  ] as const)('marks what was %s, and gives the answer only when final', (_, options, property) => {
    const answer = { a: 'sel', b: 'pâte' };
    const bench = mountType<Options, Answer>('cloze', mount, options, answer);
    expect(fields(bench.root).map((field) => field.value)).toEqual(['sel', 'pâte']);
    bench.mounted.show(verdictOf(score(options, answer), false));
    expect(bench.marks()).toEqual(['À revoir', 'Juste']);
    expect(bench.root.textContent).not.toContain('Réponse attendue');
    bench.mounted.show(verdictOf(score(options, answer), true));
    expect(bench.root.textContent).toContain('Réponse attendue\u00a0: farine');
    expect(fields(bench.root)[0]).toHaveProperty(property, true);
    bench.mounted.show(null);
    expect(bench.marks()).toEqual([]);
    expect(bench.root.textContent).not.toContain('Réponse attendue');
    expect(fields(bench.root)[0]).toHaveProperty(property, false);
  });

  it.each([recipe, listed])('can’t be changed while it is locked, in the mode $mode', (options) => {
    const bench = mountType<Options, Answer>('cloze', mount, options, { a: 'sel', b: 3 } as unknown as Answer, true);
    const [first, second] = fields(bench.root);
    const property = options.mode === 'list' ? 'disabled' : 'readOnly';
    expect([first?.value, second?.value]).toEqual(['sel', '']);
    expect(first).toHaveProperty(property, true);
    bench.mounted.show(null);
    expect(first).toHaveProperty(property, true);
  });

  it('shows the answer of a blank that was left empty, once it is over', () => {
    const bench = mountType<Options, Answer>('cloze', mount, recipe, { b: 'pâte' });
    bench.mounted.show(verdictOf(score(recipe, { b: 'pâte' }), true));
    expect([bench.marks(), [...bench.root.querySelectorAll('.c-expected')].map((one) => one.textContent)]).toEqual([
      ['Réponse attendue', 'Juste'],
      ['Réponse attendue\u00a0: farine'],
    ]);
    expect(bench.root.querySelector('[data-blank="a"] .c-expected')).not.toBeNull();
  });

  it('leaves a list empty where the stored word is gone', () => {
    const bench = mountType<Options, Answer>('cloze', mount, listed, { a: 'beurre', b: 'pâte' });
    expect(bench.missing()).toBe('Il reste un blanc à remplir.');
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('cloze', schema, `:::cloze{#q ${attributes}}\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['a blank', read('Le [[patin]] freine.'), []],
    ['no blank', read('Le patin freine.'), ['no-blank:1']],
    ['a list of one word', read('Le [[patin]] freine.', 'mode=list'), ['too-few-words:1']],
    ['a list of two words', read('Le [[patin]] freine.', 'mode=list distractors=cloche'), []],
    ['other words for typing', read('Le [[patin]] freine.', 'distractors=cloche'), ['distractors-unused:1']],
    ['answers parted by a comma, in a list to choose from', read('Le [[patin]] et le [[sabot]].', 'mode=list'), []],
    ['answers parted by a semicolon', read('Le [[patin ; sabot]] freine.'), ['one-long-answer:1']],
    ['the same in a list', read('Le [[patin ; sabot]] freine la [[rame]].', 'mode=list'), []],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));

  it('is solved by its solution', () => {
    const options = read('Le [[patin / sabot]] freine la [[rame]].').options as unknown as Options;
    expect(score(options, solve(options)).ratio).toBe(1);
  });
});
