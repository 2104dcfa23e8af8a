// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

Handlebars.registerHelper('scramble', (list: readonly unknown[]) => [...list].reverse());

const row = (left: string, right: string) => ({ left, leftText: left, right, rightText: right });

/** Two rows share a target; `d` is a distractor. */
const bread: Options = {
  columns: ['Pain', 'Farine'],
  pairs: [
    { ...row('Pain noir', 'Seigle'), token: 'a', target: 'a', feedback: '<p>Il lève peu.</p>' },
    { ...row('Baguette', 'Froment'), token: 'b', target: 'b' },
    { ...row('Pain de campagne', 'Froment'), token: 'c', target: 'b' },
    { token: 'd', leftText: '', right: 'Avoine', rightText: 'Avoine', target: 'd' },
  ],
  targets: [
    { token: 'a', text: 'Seigle' },
    { token: 'b', text: 'Froment' },
    { token: 'd', text: 'Avoine' },
  ],
};

const bench = (answer: Answer | null = null, locked = false) => mountType<Options, Answer>('matching', mount, bread, answer, locked);
type Bench = ReturnType<typeof bench>;

const slotsOf = ({ root }: Bench): HTMLButtonElement[] => [...root.querySelectorAll<HTMLButtonElement>('.matching-slot')];
const slot = (one: Bench, row: number): HTMLButtonElement => slotsOf(one)[row] as HTMLButtonElement;
const chip = ({ root }: Bench, text: string): HTMLButtonElement =>
  [...root.querySelectorAll<HTMLButtonElement>('.c-chip')].find(
    (one) => one.dataset.chip === bread.targets.find((target) => target.text === text)?.token,
  ) as HTMLButtonElement;
const waiting = (one: Bench): number => slotsOf(one).findIndex((each) => each.getAttribute('aria-pressed') === 'true');
/** Presses the mouse, a second after the previous press. */
const point = (at: HTMLElement): boolean => at.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }));

describe('scoring matching', () => {
  it('counts right rows; a target may be right twice, and a distractor is always wrong', () => {
    expect(score(bread, { a: 'a', b: 'b', c: 'b' }).ratio).toBe(1);
    expect(score(bread, { a: 'd', b: 'b' })).toEqual({ ratio: 1 / 3, parts: { a: 'wrong', b: 'right', c: 'missed' } });
  });

  it('ignores targets and rows of an answer that no longer exist', () => {
    expect(score(bread, { a: 'zz', b: 'b', zz: 'a' }).parts).toEqual({ a: 'missed', b: 'right', c: 'missed' });
    expect(report(bread, { a: 'zz', b: 'b', zz: 'a' })).toEqual([
      { response: { type: 'matching', pairs: [['b', 'b']] }, result: 'incorrect' },
    ]);
    expect(report(bread, { zz: 'a' })).toEqual([]);
    expect(report(bread, solve(bread))).toEqual([{ response: slots(bread)[0]?.right[0], result: 'correct' }]);
    expect(score(bread, null)).toEqual({ ratio: 0, parts: { a: 'missed', b: 'missed', c: 'missed' } });
  });

  it('sends one interaction without the distractor', () => {
    expect(slots(bread)).toEqual([
      {
        type: 'matching',
        right: [
          {
            type: 'matching',
            pairs: [
              ['a', 'a'],
              ['b', 'b'],
              ['c', 'b'],
            ],
          },
        ],
        text: '',
      },
    ]);
    const more = { ...bread, targets: [...bread.targets, { token: 'e', text: 'Orge' }] };
    expect(largest(more)).toEqual({ a: 'e', b: 'd', c: 'b' });
    const most = largest(bread);
    expect([Object.keys(most), Object.values(most).sort()]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'd'],
    ]);
  });
});

describe('matching on the page', () => {
  it('is answered by a row, then its label, and shows which labels are used', () => {
    const one = bench();
    expect([one.missing(), slot(one, 0).textContent]).toEqual(['Il reste 3 lignes à relier.', 'À relier']);
    slot(one, 0).click();
    expect([waiting(one), slot(one, 0).textContent, document.activeElement]).toEqual([0, 'Laquelle\u202f?', chip(one, 'Avoine')]);
    chip(one, 'Seigle').click();
    expect([one.drafts, one.announced.at(-1)]).toEqual([[{ a: 'a' }], 'Seigle, placé avec\u00a0: Pain noir']);
    expect([document.activeElement, waiting(one)]).toEqual([slot(one, 0), -1]);
    expect([chip(one, 'Seigle').dataset.used, chip(one, 'Avoine').dataset.used]).toEqual(['true', 'false']);
    expect(one.root.querySelector('.matching-count')?.textContent).toBe('1 ligne reliée sur 3');
    expect(one.mounted.read?.()).toEqual({ missing: 'Il reste 2 lignes à relier.', at: slot(one, 1) });
  });

  it('selects the next row if a pointer placed the label', () => {
    const one = bench({ b: 'b' });
    point(slot(one, 0));
    point(chip(one, 'Seigle'));
    expect([one.drafts.at(-1), waiting(one)]).toEqual([{ a: 'a', b: 'b' }, 2]);
  });

  it('selects a row after it before one above', () => {
    const one = bench();
    point(slot(one, 1));
    point(chip(one, 'Froment'));
    expect(waiting(one)).toBe(2);
  });

  it('ignores the second of two quick presses: it is meant for the same row', () => {
    const one = bench();
    point(slot(one, 0));
    point(chip(one, 'Froment'));
    point(chip(one, 'Froment'));
    expect(one.drafts).toEqual([{ a: 'b' }]);
  });

  it('is answered by a label, then its row', () => {
    const one = bench();
    chip(one, 'Froment').click();
    expect([one.announced.at(-1), chip(one, 'Froment').getAttribute('aria-pressed')]).toEqual([
      'Froment\u00a0: indiquez sa place.',
      'true',
    ]);
    (one.root.querySelectorAll('.matching-left')[2] as HTMLElement).click();
    expect([one.drafts, chip(one, 'Froment').getAttribute('aria-pressed')]).toEqual([[{ c: 'b' }], 'false']);
    expect(document.activeElement).toBe(slot(one, 2));
  });

  it('removes a label, and clears the selection at Escape', () => {
    const one = bench({ a: 'a' });
    (one.root.querySelector('.matching-off') as HTMLElement).click();
    expect([one.drafts, slot(one, 0).textContent]).toEqual([[{}], 'À relier']);
    slot(one, 1).click();
    chip(one, 'Seigle').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect([waiting(one), document.activeElement]).toEqual([-1, slot(one, 1)]);
  });

  it('keeps the labels out of the tab order until a row waits for one', () => {
    const one = bench();
    expect(chip(one, 'Seigle').tabIndex).toBe(-1);
    slot(one, 0).click();
    expect(chip(one, 'Seigle').tabIndex).toBe(0);
  });

  it('restores an answer, except a target that no longer exists', () => {
    const one = bench({ a: 'b', b: 'zz' });
    expect(slotsOf(one).map(({ value }) => value)).toEqual(['b', '', '']);
  });

  it('shows the given answer and, when no try is left, the right one', () => {
    const answer = { a: 'a', b: 'a', c: 'b' };
    const one = bench(answer);
    one.mounted.show(verdictOf(score(bread, answer), false));
    expect([one.marks(), one.reasons()]).toEqual([['À revoir', 'Juste', 'Juste'], ['Il lève peu.']]);
    expect([one.root.querySelector('.c-tally')?.textContent, one.root.querySelector('s')?.textContent]).toEqual(['2 sur 3', 'Seigle']);
    expect([one.root.querySelector('.c-expected'), one.root.dataset.retry]).toEqual([null, 'Reprendre cette ligne']);
    one.mounted.show(verdictOf(score(bread, answer), true));
    expect(one.root.querySelector('.c-expected')?.textContent).toBe('Réponse attendue\u00a0: Froment');
    expect(slotsOf(one).every(({ disabled }) => disabled)).toBe(true);
    one.mounted.show(null);
    expect([one.marks(), one.reasons(), slotsOf(one).map(({ value }) => value)]).toEqual([[], [], ['a', 'a', 'b']]);
    expect([...one.root.querySelectorAll<HTMLElement>('.matching-row')].map(({ dataset }) => dataset.pair)).toEqual(['a', 'b', 'c']);
  });

  it('counts a row without a label among those to take up again, and is locked by any verdict', () => {
    const answer = { a: 'a', b: 'a' };
    const one = bench(answer);
    one.mounted.show(verdictOf(score(bread, answer), false));
    expect([one.root.dataset.retry, one.marks().sort()]).toEqual([
      'Reprendre ces 2 lignes',
      ['Juste', 'Réponse attendue', 'À revoir'].sort(),
    ]);
    expect(slotsOf(one).map(({ disabled }) => disabled)).toEqual([true, true, true]);
    const locked = bench(answer, true);
    locked.mounted.show(null);
    expect(slotsOf(locked).map(({ disabled }) => disabled)).toEqual([true, true, true]);
  });

  it('lists each row with its answer in the notebook', () => {
    expect(bench({ a: 'a', c: 'b' }).mounted.text?.()).toBe('Pain noir → Seigle\nBaguette → …\nPain de campagne → Froment');
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('matching', schema, `:::matching{#q ${attributes}}\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['two pairs', read('| a | b |\n|---|---|\n| un | 1 |\n| deux | 2 |'), []],
    ['one column', read('| a |\n|---|\n| un |\n| deux |'), ['wrong-columns:1']],
    ['four columns', read('| a | b | c | d |\n|---|---|---|---|\n| un | 1 | x | y |\n| deux | 2 | x | y |'), ['wrong-columns:1']],
    ['one pair', read('| a | b |\n|---|---|\n| un | 1 |'), ['too-few-pairs:1']],
    ['one target', read('| a | b |\n|---|---|\n| un | 1 |\n| deux | 1 |'), ['one-target:1']],
    ['no table', read('Rien.'), ['no-table:1']],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));

  it('is solved by its solution', () => expect(score(bread, solve(bread)).ratio).toBe(1));
});
