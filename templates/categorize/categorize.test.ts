// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

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

const bench = (options: Options, answer: Answer | null = null, locked = false) =>
  mountType<Options, Answer>('categorize', mount, options, answer, locked);
type Bench = ReturnType<typeof bench>;

const find = ({ root }: Bench, selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;
const card = (one: Bench, token: string): HTMLElement => find(one, `[data-chip="${token}"]`);
const group = (one: Bench, token: string): HTMLElement => find(one, `[data-place="${token}"]`);
/** The card on top. */
const top = (one: Bench): string | undefined => one.root.querySelector<HTMLElement>('[data-now]')?.dataset.chip;
const pressed = ({ root }: Bench): string[] =>
  [...root.querySelectorAll<HTMLElement>('.categorize-group[aria-pressed="true"]')].map(({ dataset }) => dataset.place ?? '');
const key = (target: HTMLElement, key: string): boolean => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

describe('scoring categorize', () => {
  it('counts an item of two groups only if it is in both', () => {
    expect(score(several, { b: ['a'], c: ['d', 'a'], e: ['d'] }).ratio).toBe(1);
    expect(score(several, { b: ['a', 'd'], c: ['a'] })).toEqual({ ratio: 0, parts: { b: 'wrong', c: 'wrong', e: 'missed' } });
  });

  it('counts an item as wrong with one right group and one wrong', () => {
    const three = { ...several, groups: [...groups, { token: 'f', text: 'Au four', title: 'Au four' }] };
    expect(score(three, { c: ['a', 'f'] }).parts.c).toBe('wrong');
    expect(score(three, { c: ['a', 'd', 'f'] }).parts.c).toBe('wrong');
    expect(largest({ ...three, multiple: false })).toEqual({ b: ['a'], c: ['d'], e: ['f'] });
    expect(solve(three)).toEqual({ b: ['a'], c: ['a', 'd'], e: ['d'] });
  });

  it('ignores groups and items that no longer exist', () => {
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
    expect(report(single, { b: ['a'], e: ['d'] })[0]?.result).toBe('correct');
    expect(score(single, { b: 'a', e: ['a', 'd'] } as unknown as Answer).parts).toEqual({ b: 'missed', e: 'wrong' });
    expect(score(single, null)).toEqual({ ratio: 0, parts: { b: 'missed', e: 'missed' } });
  });

  it('sends one interaction, with a pair for each group of an item', () => {
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
    expect(largest(single)).toEqual({ b: ['a'], e: ['d'] });
    expect(largest(several)).toEqual({ b: ['a', 'd'], c: ['a', 'd'], e: ['a', 'd'] });
  });
});

describe('categorize on the page, one group per item', () => {
  it('deals one card at a time, and shows all with their groups once they are placed', () => {
    const one = bench(single);
    expect([top(one), find(one, '.categorize-where').textContent, one.missing()]).toEqual([
      'e',
      'Carte 1 sur 2',
      'Il reste 2 cartes à ranger.',
    ]);
    group(one, 'd').click();
    expect([top(one), one.drafts, one.announced.at(-1)]).toEqual(['b', [{ e: ['d'] }], 'Au magasin. Carte 2 sur 2\u00a0: L’apprenti']);
    expect([group(one, 'd').textContent, pressed(one), one.missing()]).toEqual(['Au magasin1 carte2', [], 'Il reste une carte à ranger.']);
    expect(document.activeElement).toBe(group(one, 'd'));
    group(one, 'a').click();
    expect([top(one), one.drafts.at(-1), one.missing()]).toEqual([undefined, { e: ['d'], b: ['a'] }, null]);
    expect(find(one, '.categorize-groups').hidden).toBe(true);
    expect(document.activeElement).toBe(find(one, '.categorize-full'));
    expect([...one.root.querySelectorAll('.categorize-change')].map((button) => button.textContent)).toEqual(['Au magasin', 'Au fournil']);
  });

  it('can be answered by the keys of the groups', () => {
    const one = bench(single);
    key(group(one, 'a'), '2');
    key(group(one, 'a'), '9');
    key(group(one, 'a'), '1');
    expect(one.drafts.at(-1)).toEqual({ e: ['d'], b: ['a'] });
  });

  it('shows the previous card again, with its group', () => {
    const one = bench(single);
    expect(find(one, '.categorize-back').hidden).toBe(true);
    group(one, 'd').click();
    find(one, '.categorize-back').click();
    expect([top(one), pressed(one), one.drafts.length]).toEqual(['e', ['d'], 1]);
    group(one, 'a').click();
    expect([top(one), one.drafts.at(-1)]).toEqual(['b', { e: ['a'] }]);
  });

  it('lets any placed card be changed', () => {
    const one = bench(single, { b: ['d', 'zz'], e: ['d'] });
    expect([top(one), one.missing()]).toEqual([undefined, null]);
    (card(one, 'b').querySelector('button') as HTMLElement).click();
    expect([top(one), pressed(one)]).toEqual(['b', ['d']]);
    group(one, 'a').click();
    expect([top(one), one.drafts]).toEqual([undefined, [{ e: ['d'], b: ['a'] }]]);
  });

  it('leaves a digit with another key, or held down, to the browser', () => {
    const one = bench(single);
    const press = (more: KeyboardEventInit): boolean =>
      group(one, 'd').dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, ...more }));
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }]) press(more);
    expect(one.drafts).toEqual([]);
    press({});
    expect(one.drafts).toHaveLength(1);
  });

  it('continues where the learner stopped', () => {
    expect(top(bench(single, { e: ['d'] }))).toBe('b');
  });

  it('ignores the second of two quick presses: it is meant for the same card', () => {
    const one = bench(single);
    for (let turn = 0; turn < 2; turn++) group(one, 'd').dispatchEvent(new MouseEvent('click', { detail: 1 + turn, bubbles: true }));
    expect([top(one), one.drafts.length]).toEqual(['b', 1]);
  });

  it('shows the count, the wrong cards with reasons to open, and the right ones behind a button', () => {
    const answer = { b: ['d'], e: ['d'] };
    const one = bench(single, answer);
    one.mounted.show(verdictOf(score(single, answer), false));
    expect([find(one, '.c-tally').textContent, find(one, '.c-again').textContent]).toEqual(['1 sur 2', 'Une carte à revoir']);
    expect([one.marks(), one.reasons()]).toEqual([['À revoir', 'Juste'], ['Il pétrit.']]);
    expect([find(one, 's.c-given').textContent, find(one, '.c-why > summary').textContent]).toEqual(['Au magasin', 'Pourquoi\u202f?']);
    expect([find(one, '.c-rest > summary').textContent, card(one, 'e').closest('details')?.open]).toEqual(['La carte bien rangée', false]);
    expect(one.root.dataset.retry).toBe('Reprendre cette carte');
    expect(one.root.querySelector('.c-expected')).toBeNull();
  });

  it('deals only the wrong cards in a new try; untouched ones keep their group', () => {
    const answer = { b: ['d'], e: ['d'] };
    const one = bench(single, answer);
    one.mounted.show(verdictOf(score(single, answer), false));
    one.mounted.show(null);
    expect([top(one), find(one, '.categorize-where').textContent, pressed(one)]).toEqual(['b', 'Carte 1 sur 1', ['d']]);
    expect([one.mounted.read?.(), one.marks()]).toEqual([answer, []]);
    group(one, 'a').click();
    expect(one.drafts.at(-1)).toEqual({ b: ['a'], e: ['d'] });
  });

  it('shows the right group of a wrong card when no try is left, and allows no changes', () => {
    const answer = { b: ['d'], e: ['d'] };
    const one = bench(single, answer);
    one.mounted.show(verdictOf(score(single, answer), true));
    expect(find(one, '.c-expected').textContent).toBe('Groupe attendu\u00a0: Au fournil');
    expect([one.root.querySelector('.categorize-change'), find(one, '.categorize-groups').hidden]).toEqual([null, true]);
  });

  it('counts the wrong cards on the button of the next try', () => {
    const answer = { b: ['d'], c: ['a', 'd'], e: ['a'] };
    const one = bench(several, answer);
    one.mounted.show(verdictOf(score(several, answer), false));
    expect(one.root.dataset.retry).toBe('Reprendre ces 2 cartes');
  });

  it('lists each group with its items in the notebook', () => {
    expect(bench(single, { b: ['a'], e: ['a'] }).mounted.text?.()).toBe('Au fournil\n– L’apprenti\n– La vendeuse\nAu magasin');
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('categorize', schema, `:::categorize{#q ${attributes}}\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['two groups', read('## A\n- un\n## B\n- deux'), []],
    ['one group', read('## A\n- un\n- deux'), ['too-few-groups:1']],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));

  it('is solved by the groups of each item', () => expect(score(several, solve(several)).ratio).toBe(1));
});
