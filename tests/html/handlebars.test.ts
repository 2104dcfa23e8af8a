import { readFileSync } from 'node:fs';
import Runtime from 'handlebars/runtime.js';
import { describe, expect, it } from 'vitest';
import { compiled, scramble, whereabouts } from '../../build/html/handlebars.ts';
import { landLines } from '../../build/html/lands.ts';
import { precompile } from '../../build/toolchain/precompile.ts';

/** The runtime's own types lack its helpers. */
const Handlebars = Runtime as unknown as { readonly helpers: Readonly<Record<string, (...values: readonly unknown[]) => unknown>> };

const ids = Array.from({ length: 400 }, (_, index) => `q-${index}`);

describe('an order that reveals nothing', () => {
  it('of two items is either one: always swapping them is right half of the time', () => {
    const kept = ids.filter((id) => scramble(['a', 'b'], id).join('') === 'ab').length;
    expect(kept).toBeGreaterThan(150);
    expect(kept).toBeLessThan(250);
  });

  it('of more than two, is never the one of the text, and uses all others', () => {
    const orders = new Set(ids.map((id) => scramble(['a', 'b', 'c'], id).join('')));
    expect([...orders].sort()).toEqual(['acb', 'bac', 'bca', 'cab', 'cba']);
  });

  it('is turned even of two where what stands as it should would leave nothing to do', () => {
    expect(new Set(ids.map((id) => scramble(['a', 'b'], id, true).join('')))).toEqual(new Set(['ba']));
  });

  it('is the same for an id, whatever else there is', () => {
    for (const id of ids) expect(scramble(['a', 'b'], id)).toEqual(scramble(['a', 'b'], id));
    expect([scramble([], 'q-1'), scramble(['a'], 'q-1')]).toEqual([[], ['a']]);
  });
});

const words = (lang: string) => JSON.parse(readFileSync('templates/label-image/strings.json', 'utf8'))[lang];

it.each([
  [0, 0, 'en haut à gauche', 'top left'],
  [50, 10, 'en haut', 'top'],
  [100, 33, 'en haut à droite', 'top right'],
  [19, 50, 'à gauche', 'left'],
  [50, 50, 'au milieu', 'middle'],
  [67, 34, 'à droite', 'right'],
  [33, 100, 'en bas à gauche', 'bottom left'],
  [34, 66, 'au milieu', 'middle'],
  [83, 77, 'en bas à droite', 'bottom right'],
])('a spot at %i, %i of a picture is described to those who do not see it: %s', (x, y, french, english) => {
  expect([whereabouts(words('fr'), { x, y }), whereabouts(words('en'), { x, y })]).toEqual([french, english]);
});

const { helpers } = Handlebars;
const help = (name: string, ...values: readonly unknown[]): string => String(helpers[name]?.(...values));

describe('what templates call', () => {
  it('a range has all whole numbers, or even steps that fit a line of paper', () => {
    expect([helpers.range?.(1, 5), helpers.range?.(3, 3), helpers.range?.(0, 10)]).toEqual([
      [1, 2, 3, 4, 5],
      [3],
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ]);
    expect(helpers.range?.(0, 11)).toEqual([0, 2, 4, 6, 8, 10, 11]);
    expect(helpers.range?.(0, 100)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  it('a field has lines for its longest text, within limits', () => {
    const lines = (limits: object): number => help('lines', limits).split('<i></i>').length - 1;
    expect([lines({}), lines({ maxCharacters: 440 }), lines({ maxCharacters: 441 })]).toEqual([8, 8, 8]);
    expect([lines({ maxCharacters: 385 }), lines({ maxCharacters: 386 }), lines({ maxCharacters: 10 })]).toEqual([7, 8, 2]);
    expect([lines({ maxWords: 30 }), lines({ maxWords: 31 }), lines({ minWords: 30 }), lines({ minWords: 5, maxWords: 20 })]).toEqual([
      4, 5, 7, 3,
    ]);
    expect([lines({ maxWords: 0 }), lines({ maxWords: 1 }), lines({ maxWords: 230 }), lines({ maxWords: 900 })]).toEqual([2, 2, 24, 24]);
    expect(help('lines', {})).toMatch(/^<div class="s-lines">(<i><\/i>){8}<\/div>$/);
    const room = (...texts: string[]): string =>
      help(
        'room',
        texts.map((text) => ({ text })),
        10,
      );
    expect([room(), room('x'.repeat(10)), room('x', 'x'.repeat(11), 'x')]).toEqual(['<i></i>', '<i></i>', '<i></i><i></i>']);
  });

  it('a sentence has its values, and a form for one, for others, or of a kind', () => {
    const strings = { a: 'Un {x} et {y}', 'n.one': 'une rame', 'n.other': '{n} rames', 'of.soir': 'le soir' };
    const format = (key: string, hash: object): string => help('format', strings, key, { hash });
    expect([
      format('a', { x: 0 }),
      format('n', { n: 1 }),
      format('n', { n: 0 }),
      format('n', { n: 2 }),
      format('of', { of: 'soir' }),
      format('b', {}),
    ]).toEqual(['Un 0 et ', 'une rame', '0 rames', '2 rames', 'le soir', '']);
  });

  it('a field says how many words it asks for', () => {
    const strings = { 'words.both': '{min}–{max}', 'words.min.one': 'au moins un', 'words.min.other': '≥ {n}', 'words.max.other': '≤ {n}' };
    const asked = (limits: object): string => help('asked', strings, limits);
    expect([
      asked({ minWords: 2, maxWords: 9 }),
      asked({ minWords: 1 }),
      asked({ minWords: 0 }),
      asked({ maxWords: 9 }),
      asked({}),
    ]).toEqual(['2–9', 'au moins un', '≥ 0', '≤ 9', '']);
  });

  it('pictures are decoration beside words, with their addresses escaped', () => {
    expect(help('pictogram', 'a"b.svg')).toBe(
      '<img class="c-pic" src="a&quot;b.svg" alt="" width="32" height="32" loading="lazy" decoding="async">',
    );
    const person = { face: 'nadia.svg', colour: 2 };
    const image = (source: string): string => `<img src="${source}" alt="" width="64" height="64" loading="lazy" decoding="async">`;
    expect(help('face', person, 64)).toBe(`<span class="c-face" data-disc="2">${image('nadia.svg')}</span>`);
    expect(help('face', { ...person, now: 'rire.svg', isPhoto: true }, 64)).toBe(
      `<span class="c-face" data-disc="2" data-photo>${image('rire.svg')}</span>`,
    );
    expect(help('icon', 'check')).toBe('<svg class="c-icon" aria-hidden="true"><use href="#i-check"></use></svg>');
    const captioned = (image: string, words: string): string =>
      `<span class="s-picture">${image}<span class="s-caption" aria-hidden="true">${words}</span></span>`;
    const [four, sole] = ['<img src="a.png" alt="Un four">', '<img alt="Une sole" src="c.png">'];
    expect(help('captioned', `<p>${four}<img src="b.png" alt="">${sole}</p>`)).toBe(
      `<p>${captioned(four, 'Un four')}<img src="b.png" alt="">${captioned(sole, 'Une sole')}</p>`,
    );
  });

  it('numbers, letters, lists and texts are set', () => {
    expect([helpers.inc?.(0), helpers.letter?.(0), helpers.letter?.(2), helpers.join?.(['a', 'b'], ' · ')]).toEqual([1, 'A', 'C', 'a · b']);
    expect([helpers.eq?.('1', 1), helpers.eq?.(1, 1), helpers.signed?.(-2), helpers.signed?.(0), helpers.signed?.(3)]).toEqual([
      false,
      true,
      '−2',
      '+0',
      '+3',
    ]);
    expect([help('typeset', "l'un : deux", 'fr'), help('typeset', 'one : two', 'en')]).toEqual(['l’un\u00a0: deux', 'one : two']);
    expect([help('scramble', ['a', 'b', 'c'], 'q-1'), help('turn', ['a', 'b'], 'q-1')]).toEqual([
      scramble(['a', 'b', 'c'], 'q-1').join(','),
      'b,a',
    ]);
    expect([0, 1, 2].map((number) => help('land', number))).toEqual([0, 1, 2].map(landLines));
    expect([help('land', 3), help('land'), help('land', 'Le four') === help('land', 'Le quai')]).toEqual([
      expect.stringMatching(/^M/),
      help('land', 0),
      false,
    ]);
  });

  it('a precompiled template is filled in with all of these', () => {
    const spec = new Function(`return ${precompile('{{inc n}} {{letter n}} {{name}}')}`)();
    expect(compiled(spec)({ n: 1, name: '<b>' })).toBe('2 B &lt;b&gt;');
  });
});

it('an order stays the same from version to version: learners have seen it', () => {
  expect(['q-1', 'q-2', 'frein'].map((id) => scramble(['a', 'b', 'c', 'd', 'e'], id).join(''))).toEqual(['dbcea', 'daecb', 'bcdea']);
});
