// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import type { Options } from './type.ts';

Handlebars.registerHelper('scramble', (list: readonly unknown[]) => [...list].reverse());

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

describe('scoring a map of actors', () => {
  it('counts actors in their cell', () => {
    expect(score(depot, { b: 'a', d: 'a' })).toEqual({ ratio: 0.5, parts: { b: 'right', d: 'wrong' } });
    expect(score(depot, { b: 'zz' }).parts).toEqual({ b: 'missed', d: 'missed' });
    expect(score(depot, solve(depot)).ratio).toBe(1);
  });

  it('has a model once one actor has its place', () => {
    const some: Options = { ...depot, items: [riders, { ...bare(town), token: 'z' }] };
    expect([score(some, { b: 'a', z: 'e' }), report(some, { b: 'a' })[0]?.result]).toEqual([
      { ratio: 0.5, parts: { b: 'right', z: 'wrong' } },
      'incorrect',
    ]);
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
    expect(one.mounted.read?.()).toEqual({ missing: 'Il reste 2 acteurs à placer.', at: list(one, 'b') });
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

  it('counts an actor without a place among those to take up again', () => {
    const one = bench(depot, { b: 'a' });
    one.mounted.show(verdictOf(score(depot, { b: 'a' }), false));
    expect([one.root.dataset.retry, one.marks().sort()]).toEqual(['Reprendre cet acteur', ['Juste', 'Réponse attendue']]);
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
