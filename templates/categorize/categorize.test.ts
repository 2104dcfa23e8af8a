// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, type Options, report, score, slots } from './scoring.ts';

Handlebars.registerHelper('scramble', (list: readonly unknown[]) => [...list].reverse());

const groups = [
  { token: 'a', text: 'Au fournil', title: 'Au fournil' },
  { token: 'd', text: 'Au magasin', title: 'Au magasin' },
];
const apprentice = { token: 'b', text: 'L’apprenti', html: 'L’apprenti', groups: ['a'], feedback: '<p>Il pétrit.</p>' };
const seller = { token: 'e', text: 'La vendeuse', html: 'La vendeuse', groups: ['d'] };
const boss = { token: 'c', text: 'Le patron', html: 'Le patron', groups: ['a', 'd'] };

const single: Options = { groups, items: [apprentice, seller], multiple: false };
const several: Options = { groups, items: [apprentice, boss, seller], multiple: true };

const bench = (options: Options, answer: Answer | null = null) => mountType<Options, Answer>('categorize', mount, options, answer);
type Bench = ReturnType<typeof bench>;

/** Words of what lies in each place: the tray, then the groups. */
const places = ({ root }: Bench): string[] =>
  [...root.querySelectorAll('[data-place]')].map((place) =>
    [...place.querySelectorAll('[data-chip]')].map((one) => (one as HTMLElement).dataset.chip).join(''),
  );
const card = ({ root }: Bench, token: string): HTMLElement => root.querySelector(`.categorize-item[data-chip="${token}"]`) as HTMLElement;
const select = (one: Bench, token: string): HTMLSelectElement => card(one, token).querySelector('select') as HTMLSelectElement;
const box = (one: Bench, token: string, group: string): HTMLInputElement =>
  card(one, token).querySelector(`[value="${group}"]`) as HTMLInputElement;

function choose(list: HTMLSelectElement, group: string, by: 'pointerdown' | 'keydown'): void {
  list.focus();
  list.dispatchEvent(new Event(by, { bubbles: true }));
  list.value = group;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

// A card that waits when its test is over would look for the page when that is gone.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('scoring categorize', () => {
  it('counts an item of two groups only in both', () => {
    expect(score(several, { b: ['a'], c: ['d', 'a'], e: ['d'] }).ratio).toBe(1);
    expect(score(several, { b: ['a', 'd'], c: ['a'] })).toEqual({ ratio: 0, parts: { b: 'wrong', c: 'wrong', e: 'missed' } });
  });

  it('leaves out groups and items that are gone', () => {
    expect(score(several, { b: ['a', 'zz'], c: ['zz'], zz: ['a'] }).parts).toEqual({ b: 'right', c: 'missed', e: 'missed' });
    expect(report(several, { c: ['d', 'zz', 'a'], zz: ['a'] })).toEqual([
      {
        response: {
          type: 'matching',
          pairs: [
            ['c', 'a'],
            ['c', 'd'],
          ],
        },
        result: 'incorrect',
      },
    ]);
    expect(report(several, { zz: ['a'] })).toEqual([]);
  });

  it('is one interaction, with a pair for each group of an item', () => {
    expect(slots(several)).toEqual([
      {
        type: 'matching',
        right: [
          {
            type: 'matching',
            pairs: [
              ['b', 'a'],
              ['c', 'a'],
              ['c', 'd'],
              ['e', 'd'],
            ],
          },
        ],
        text: '',
      },
    ]);
    expect(largest(several)).toEqual({ b: ['a', 'd'], c: ['a', 'd'], e: ['a', 'd'] });
  });
});

describe('categorize on the page, one group an item', () => {
  it('moves a card to its group at once when its list was used by pointer', () => {
    const one = bench(single);
    expect(places(one)).toEqual(['eb', '', '']);
    choose(select(one, 'b'), 'a', 'pointerdown');
    expect([places(one), one.drafts]).toEqual([['e', 'b', ''], [{ b: ['a'] }]]);
    expect(document.activeElement).toBe(select(one, 'b'));
    choose(select(one, 'b'), '', 'pointerdown');
    expect([places(one), one.missing()]).toEqual([['eb', '', ''], 'Il reste 2 éléments à ranger.']);
  });

  it('waits for the focus to leave the card when its list was used by keyboard', () => {
    const one = bench(single);
    choose(select(one, 'b'), 'a', 'keydown');
    choose(select(one, 'b'), 'd', 'keydown');
    expect([places(one), one.drafts.at(-1)]).toEqual([['eb', '', ''], { b: ['d'] }]);
    select(one, 'e').focus();
    vi.runAllTimers();
    expect(places(one)).toEqual(['e', '', 'b']);
    expect(document.activeElement).toBe(select(one, 'e'));
  });

  it('leaves the next card in place while it is being chosen, or Tab would leap over those behind it', () => {
    const one = bench(single);
    choose(select(one, 'e'), 'd', 'keydown');
    choose(select(one, 'b'), 'a', 'keydown');
    vi.runAllTimers();
    expect(places(one)).toEqual(['b', '', 'e']);
    select(one, 'b').blur();
    vi.runAllTimers();
    expect(places(one)).toEqual(['', 'b', 'e']);
  });

  it('places a card in two touches, and takes it back to the tray', () => {
    const one = bench(single);
    (card(one, 'b').querySelector('.categorize-text') as HTMLElement).click();
    expect(one.said.at(-1)).toBe('L’apprenti\u00a0: indiquez son groupe.');
    (one.root.querySelector('[data-place="d"] > .c-here') as HTMLElement).click();
    expect([places(one), one.drafts.at(-1), one.said.at(-1)]).toEqual([['e', '', 'b'], { b: ['d'] }, 'L’apprenti\u00a0: Au magasin']);
    card(one, 'b').click();
    (one.root.querySelector('[data-place=""] > .c-here') as HTMLElement).click();
    expect([places(one), one.drafts.at(-1), one.said.at(-1)]).toEqual([['eb', '', ''], {}, 'L’apprenti\u00a0: Éléments à ranger']);
  });

  it('restores an answer and hides the tray once it is empty', () => {
    const one = bench(single, { b: ['d', 'zz'], e: ['d'] });
    expect([places(one), one.missing()]).toEqual([['', '', 'be'], null]);
    expect((one.root.querySelector('[data-place=""]') as HTMLElement).hidden).toBe(true);
  });

  it('marks each item with its reason, and says its group once no try is left', () => {
    const answer = { b: ['d'], e: ['d'] };
    const one = bench(single, answer);
    one.mounted.show(verdictOf(score(single, answer), false));
    expect([one.marks(), one.reasons()]).toEqual([['À revoir', 'Juste'], ['Il pétrit.']]);
    one.mounted.show(verdictOf(score(single, answer), true));
    expect(one.root.querySelector('.c-expected')?.textContent).toBe('Groupe attendu\u00a0: Au fournil');
    card(one, 'b').click();
    expect(one.root.querySelector('.c-here')).toBeNull();
    expect(select(one, 'b').disabled).toBe(true);
    one.mounted.show(null);
    expect(one.marks()).toEqual([]);
  });

  it('tells the notebook each group with its items', () => {
    expect(bench(single, { b: ['a'], e: ['a'] }).mounted.text?.()).toBe('Au fournil\n– L’apprenti\n– La vendeuse\nAu magasin');
  });
});

describe('categorize on the page, several groups an item', () => {
  it('offers every item all groups, so that nothing is given away', () => {
    const { root } = bench(several);
    expect([...root.querySelectorAll('.categorize-item')].map((item) => item.querySelectorAll('[type="checkbox"]').length)).toEqual([
      2, 2, 2,
    ]);
  });

  it('leaves the cards where they are and shows copies in the groups', () => {
    const one = bench(several);
    box(one, 'c', 'a').click();
    box(one, 'c', 'd').click();
    expect([places(one), one.drafts.at(-1)]).toEqual([['ecb', 'c', 'c'], { c: ['a', 'd'] }]);
    box(one, 'c', 'a').click();
    expect([places(one), one.drafts.at(-1)]).toEqual([['ecb', '', 'c'], { c: ['d'] }]);
  });

  it('adds a group from the list, moves a copy between groups, and takes it away', () => {
    const one = bench(several, { c: ['a'] });
    const put = (from: string, to: string) => {
      (one.root.querySelector(`[data-place="${from}"] [data-chip="c"]`) as HTMLElement).click();
      (one.root.querySelector(`[data-place="${to}"] > .c-here`) as HTMLElement).click();
      return one.drafts.at(-1);
    };
    expect(put('', 'd')).toEqual({ c: ['a', 'd'] });
    expect(put('a', '')).toEqual({ c: ['d'] });
    expect(put('d', 'a')).toEqual({ c: ['a'] });
  });

  it('names all groups of an item in its verdict', () => {
    const answer = { b: ['a'], c: ['a'], e: ['d'] };
    const one = bench(several, answer);
    one.mounted.show(verdictOf(score(several, answer), true));
    expect(one.root.querySelector('.c-expected')?.textContent).toBe('Groupes attendus\u00a0: Au fournil ; Au magasin');
  });
});
