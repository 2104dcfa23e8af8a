// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

Handlebars.registerHelper('scramble', (list: readonly unknown[]) => [...list].reverse());

const AXES = 'x="Intérêt; faible; fort" y="Pouvoir; faible; fort"';
const MAP = `:::stakeholder-map{#depot ${AXES}}
Qui compte ?

## fort, faible
- Les voyageurs
> Ils attendent.

## Fort, fort
- La commune
:::`;
const readMap = (text: string) => readActivity('stakeholder-map', schema, text);

const rows = [
  {
    text: 'fort',
    cells: [
      { token: 'e', text: 'Intérêt\u00a0: faible\u202f; pouvoir\u00a0: fort' },
      { token: 'c', text: 'Intérêt\u00a0: fort\u202f; pouvoir\u00a0: fort' },
    ],
  },
  {
    text: 'faible',
    cells: [
      { token: 'f', text: 'Intérêt\u00a0: faible\u202f; pouvoir\u00a0: faible' },
      { token: 'a', text: 'Intérêt\u00a0: fort\u202f; pouvoir\u00a0: faible' },
    ],
  },
];
const riders = { token: 'b', text: 'Les voyageurs', html: 'Les voyageurs', cell: 'a', feedback: '<p>Ils attendent.</p>' };
const town = { token: 'd', text: 'La commune', html: 'La commune', cell: 'c' };
const axes: Pick<Options, 'x' | 'y'> = { x: ['Intérêt', 'faible', 'fort'], y: ['Pouvoir', 'faible', 'fort'] };
const depot: Options = { ...axes, rows, items: [riders, town] };
const bare = ({ cell: _, ...actor }: typeof town) => actor;
const free: Options = { ...depot, items: [bare(riders), bare(town)] };

const bench = (options: Options, answer: Answer | null = null, locked = false) =>
  mountType<Options, Answer>('stakeholder-map', mount, options, answer, locked);
type Bench = ReturnType<typeof bench>;

const cell = ({ root }: Bench, token: string): HTMLElement => root.querySelector(`[data-place="${token}"]`) as HTMLElement;
const line = ({ root }: Bench, token: string): HTMLElement =>
  root.querySelector(`.stakeholder-map-actor[data-chip="${token}"]`) as HTMLElement;
const list = (one: Bench, token: string): HTMLSelectElement => line(one, token).querySelector('select') as HTMLSelectElement;
const here = (one: Bench, token: string): HTMLElement => cell(one, token).querySelector(':scope > .c-here') as HTMLElement;
/** Texts in each cell. */
const onMap = ({ root }: Bench): string[] =>
  [...root.querySelectorAll('.stakeholder-map-cell')].map((one) => [...one.querySelectorAll('li')].map((chip) => chip.textContent).join());

function choose(select: HTMLSelectElement, token: string): void {
  select.value = token;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('reading a map of actors', () => {
  it('makes every cell of the grid, the highest row first, whether or not an actor belongs there', () => {
    const { options, found } = readMap(MAP);
    expect(found).toEqual([]);
    const read = options as unknown as Options;
    expect(read.rows.map((row) => row.cells.map(({ text }) => text))).toEqual([
      ['Intérêt\u00a0: faible\u202f; pouvoir\u00a0: fort', 'Intérêt\u00a0: fort\u202f; pouvoir\u00a0: fort'],
      ['Intérêt\u00a0: faible\u202f; pouvoir\u00a0: faible', 'Intérêt\u00a0: fort\u202f; pouvoir\u00a0: faible'],
    ]);
    const [[, high], [, low]] = read.rows.map((row) => row.cells) as [[unknown, { token: string }], [unknown, { token: string }]];
    expect(read.items.map(({ text, cell: at }) => [text, at])).toEqual([
      ['Les voyageurs', low.token],
      ['La commune', high.token],
    ]);
    expect(read.items[0]?.feedback).toContain('Ils attendent.');
  });

  it('keeps the name of an axis as it is written where it is an abbreviation', () => {
    const { options } = readMap(MAP.replace('Pouvoir', 'ARS'));
    expect((options as unknown as Options).rows[0]?.cells[0]?.text).toBe('Intérêt\u00a0: faible\u202f; ARS\u00a0: fort');
  });

  it('separates a long name of an axis from its word, in English too', () => {
    const long = MAP.replace('Intérêt;', 'Intérêt pour le maintien dans les lieux;');
    const named = (options: object): string | undefined => (options as Options).rows[0]?.cells[0]?.text;
    expect(named(readMap(long).options)).toBe('Intérêt pour le maintien dans les lieux\u00a0: faible\u202f; pouvoir\u00a0: fort');
    const english = readActivity('stakeholder-map', schema, MAP.replace('Intérêt;', 'Interest;').replace('Pouvoir;', 'Power;'), 'en');
    expect(named(english.options)).toBe('Interest: faible; power: fort');
  });

  it('is scored where there is a model, and only explores where there is none', () => {
    expect(readMap(MAP).activity?.points).toBe(1);
    const { activity, found } = readMap(`:::stakeholder-map{#depot ${AXES}}\nQui ?\n\n- La commune\n- Le dépôt\n:::`);
    expect([found, activity?.points]).toEqual([[], 0]);
  });

  it.each([
    ['a place that is none', MAP.replace('fort, faible', 'fort, faibl'), ['unknown-cell:4']],
    ['a place with a slip of the comma', MAP.replace('Fort, fort', 'fort fort'), ['unknown-cell:8']],
    ['an actor in two places', MAP.replace('- La commune', '- les voyageurs'), ['actor-in-two-cells:9']],
    ['an actor twice in a place', MAP.replace('- La commune', '- La commune\n- la commune'), ['item-twice:10']],
    ['a place twice', MAP.replace('Fort, fort', 'fort, faible'), ['group-twice:8']],
    ['an actor twice without a model', `:::stakeholder-map{#q ${AXES}}\n- Un\n- un\n:::`, ['item-twice:3']],
    ['no actor', `:::stakeholder-map{#q ${AXES}}\nQui ?\n:::`, ['no-actor:1']],
    [
      'too many',
      `:::stakeholder-map{#q ${AXES}}\n${Array.from('abcdefghijklmnopqrstu', (sign) => `- rame ${sign}\n`).join('')}:::`,
      ['too-many-lines:1'],
    ],
    [
      'just as many as fit',
      `:::stakeholder-map{#q ${AXES}}\n${Array.from('abcdefghijklmnopqrst', (sign) => `- rame ${sign}\n`).join('')}:::`,
      [],
    ],
    ['text behind the list', `:::stakeholder-map{#q ${AXES}}\n- Un\n\nPerdu.\n:::`, ['text-after-answers:4']],
    ['an axis of one word', MAP.replace('Intérêt; faible; fort', 'Intérêt; fort'), ['bad-attribute:1']],
    ['an axis that says the same twice', MAP.replace('Intérêt; faible; fort', 'Intérêt; fort; Fort'), ['bad-attribute:1']],
    ['an axis that is not there', MAP.replace(' y="Pouvoir; faible; fort"', ''), ['missing-attribute:1']],
  ])('reports %s', (_, text, codes) => expect(readMap(text).found).toEqual(codes));
});

describe('scoring a map of actors', () => {
  it('counts actors in their cell', () => {
    expect(score(depot, { b: 'a', d: 'a' })).toEqual({ ratio: 0.5, parts: { b: 'right', d: 'wrong' } });
    expect(score(depot, { b: 'zz' }).parts).toEqual({ b: 'missed', d: 'missed' });
    expect(score(depot, solve(depot)).ratio).toBe(1);
  });

  it('counts actors placed where there is no model', () => {
    expect(score(free, { b: 'e' })).toEqual({ ratio: 0.5, parts: {} });
    expect(score(free, largest(free)).ratio).toBe(1);
    expect(slots(free)).toEqual([{ type: 'matching', right: [], text: '' }]);
  });

  it('asks the LMS for the place of each actor that has one', () => {
    const all = (options: Options) => slots({ ...options, items: [...options.items, { ...bare(town), token: 'z' }] });
    expect(all(depot)).toEqual([
      {
        type: 'matching',
        right: [
          {
            type: 'matching',
            pairs: [
              ['b', 'a'],
              ['d', 'c'],
            ],
          },
        ],
        text: '',
      },
    ]);
    expect([solve(depot), solve(free), largest(depot)]).toEqual([{ b: 'a', d: 'c' }, {}, { b: 'c', d: 'e' }]);
    expect([score({ ...free, items: [] }, null), score(depot, null), score(free, { b: 'e', d: 'zz' }).ratio]).toEqual([
      { ratio: 0, parts: {} },
      { ratio: 0, parts: { b: 'missed', d: 'missed' } },
      0.5,
    ]);
  });

  it('reports each actor with its cell to the LMS', () => {
    const reported = (options: Options, answer: Answer) => report(options, answer).map(({ response, result }) => [response, result]);
    const pairs = [['b', 'e']];
    expect(reported(depot, { b: 'e', d: 'zz', zz: 'a' })).toEqual([[{ type: 'matching', pairs }, 'incorrect']]);
    expect(reported(free, { b: 'e' })).toEqual([[{ type: 'matching', pairs }, 'neutral']]);
    expect(reported(depot, solve(depot))[0]?.[1]).toBe('correct');
    expect(report(depot, { zz: 'a' })).toEqual([]);
  });
});

describe('a map of actors on the page', () => {
  it('shows on the map what the lists say', () => {
    const one = bench(depot);
    expect(one.missing()).toBe('Il reste 2 acteurs à placer.');
    choose(list(one, 'b'), 'a');
    choose(list(one, 'd'), 'e');
    expect(onMap(one)).toEqual(['La commune', '', '', 'Les voyageurs']);
    expect(one.drafts.at(-1)).toEqual({ b: 'a', d: 'e' });
    choose(list(one, 'd'), '');
    expect([onMap(one), one.missing()]).toEqual([['', '', '', 'Les voyageurs'], 'Il reste un acteur à placer.']);
  });

  it('places an actor in two touches, moves it on the map and takes it back', () => {
    const one = bench(depot);
    (line(one, 'b').querySelector('.stakeholder-map-name') as HTMLElement).click();
    expect(one.announced.at(-1)).toBe('Les voyageurs\u00a0: indiquez sa place.');
    expect(here(one, 'c').getAttribute('aria-label')).toBe('Placer ici, Intérêt\u00a0: fort\u202f; pouvoir\u00a0: fort');
    here(one, 'c').click();
    expect([onMap(one)[1], one.announced.at(-1)]).toEqual([
      'Les voyageurs',
      'Les voyageurs\u00a0: Intérêt\u00a0: fort\u202f; pouvoir\u00a0: fort',
    ]);
    expect(document.activeElement).toBe(list(one, 'b'));
    (cell(one, 'c').querySelector('.c-chip') as HTMLElement).click();
    here(one, 'f').click();
    expect(one.drafts.at(-1)).toEqual({ b: 'f' });
    (cell(one, 'f').querySelector('.c-chip') as HTMLElement).click();
    here(one, '').click();
    expect([one.drafts.at(-1), one.announced.at(-1)]).toEqual([{}, 'Les voyageurs\u00a0: Acteurs']);
  });

  it('restores an answer, and leaves out cells that are gone', () => {
    const one = bench(depot, { b: 'e', d: 'zz' });
    expect(onMap(one)).toEqual(['Les voyageurs', '', '', '']);
    expect([line(one, 'b'), line(one, 'd')].map((item) => item.hasAttribute('data-placed'))).toEqual([true, false]);
    expect(one.mounted.read?.()).toEqual({ missing: 'Il reste un acteur à placer.', at: list(one, 'd') });
    choose(list(one, 'd'), 'c');
    expect([one.mounted.read?.(), line(one, 'd').hasAttribute('data-placed')]).toEqual([{ b: 'e', d: 'c' }, true]);
  });

  it('can only be read where it is locked, whatever the verdict', () => {
    const one = bench(depot, { b: 'e' }, true);
    line(one, 'b').click();
    expect([list(one, 'b').disabled, one.root.querySelector('.c-here')]).toEqual([true, null]);
    one.mounted.show(null);
    expect([list(one, 'b').disabled, list(one, 'd').disabled]).toEqual([true, true]);
    const open = bench(depot, { b: 'e' });
    expect(list(open, 'b').disabled).toBe(false);
    line(open, 'b').click();
    expect(open.root.querySelector('.c-here')).not.toBeNull();
    open.mounted.show(verdictOf(score(depot, { b: 'e' }), false));
    expect([list(open, 'b').disabled, open.root.querySelector('.c-here')]).toEqual([true, null]);
    open.mounted.show(null);
    expect(list(open, 'b').disabled).toBe(false);
  });

  it('marks each actor with its reason in its line and on the map, and says its place once no try is left', () => {
    const answer = { b: 'e', d: 'c' };
    const one = bench(depot, answer);
    one.mounted.show(verdictOf(score(depot, answer), false));
    expect([one.marks(), one.reasons(), one.root.querySelector('.c-expected')]).toEqual([['À revoir', 'Juste'], ['Ils attendent.'], null]);
    expect([one.root.dataset.retry, line(one, 'd').closest('details')?.textContent]).toEqual([
      'Reprendre cet acteur',
      expect.stringContaining('L’acteur bien placé'),
    ]);
    expect([...one.root.querySelectorAll<HTMLElement>('.c-chip')].map(({ dataset }) => dataset.mark)).toEqual(['wrong', 'right']);
    expect(one.root.querySelectorAll('.c-chip svg').length).toBe(2);
    one.mounted.show(verdictOf(score(depot, answer), true));
    expect(one.root.querySelector('.c-expected')?.textContent).toBe(
      'Place attendue\u00a0: Intérêt\u00a0: fort\u202f; pouvoir\u00a0: faible',
    );
    expect(list(one, 'b').disabled).toBe(true);
    line(one, 'b').click();
    expect(one.root.querySelector('.c-here')).toBeNull();
    expect(one.root.querySelector('s.c-given')?.textContent).toBe('Intérêt\u00a0: faible\u202f; pouvoir\u00a0: fort');
    one.mounted.show(null);
    expect([one.marks(), one.root.querySelector('.c-chip[data-mark], .c-chip svg')]).toEqual([[], null]);
  });

  it('gives the reasons where there is no model, and marks nothing', () => {
    const one = bench(free, { b: 'e', d: 'c' });
    one.mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    expect([one.marks(), one.reasons(), list(one, 'b').disabled, one.root.dataset.retry]).toEqual([
      [],
      ['Ils attendent.'],
      false,
      undefined,
    ]);
    one.mounted.show(null);
    expect(one.reasons()).toEqual([]);
  });

  it('gives the notebook each cell with its actors', () => {
    expect(bench(depot, { b: 'a', d: 'a' }).mounted.text?.()).toBe(
      'Intérêt\u00a0: faible\u202f; pouvoir\u00a0: fort\nIntérêt\u00a0: fort\u202f; pouvoir\u00a0: fort\nIntérêt\u00a0: faible\u202f; pouvoir\u00a0: faible\nIntérêt\u00a0: fort\u202f; pouvoir\u00a0: faible\n– La commune\n– Les voyageurs'.replace(
        'La commune\n– Les voyageurs',
        'Les voyageurs\n– La commune',
      ),
    );
  });
});
