// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, type Options, report, score, slots } from './scoring.ts';

Handlebars.registerHelper('scramble', (list: readonly unknown[]) => [...list].reverse());

/** Two rows share a target; `d` is a lure. */
const bread: Options = {
  pairs: [
    { token: 'a', left: 'Pain noir', target: 'a', feedback: '<p>Il lève peu.</p>' },
    { token: 'b', left: 'Baguette', target: 'b' },
    { token: 'c', left: 'Pain de campagne', target: 'b' },
    { token: 'd', target: 'd' },
  ],
  targets: [
    { token: 'a', text: 'Seigle' },
    { token: 'b', text: 'Froment' },
    { token: 'd', text: 'Avoine' },
  ],
};

const bench = (answer: Answer | null = null, locked = false) =>
  mountType<Options, Answer>('matching', mount, { ...bread, columns: ['Pain', 'Farine'] } as Options, answer, locked);
type Bench = ReturnType<typeof bench>;

const selects = ({ root }: Bench): HTMLSelectElement[] => [...root.querySelectorAll('select')];
const chip = ({ root }: Bench, text: string): HTMLButtonElement =>
  [...root.querySelectorAll<HTMLButtonElement>('.c-chip')].find(
    (one) => one.dataset.chip === bread.targets.find((target) => target.text === text)?.token,
  ) as HTMLButtonElement;
const here = ({ root }: Bench): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.c-here')];

function choose(one: Bench, row: number, target: string): void {
  const select = selects(one)[row] as HTMLSelectElement;
  select.value = target;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('scoring matching', () => {
  it('counts right rows; a target may serve twice, and a lure is wrong everywhere', () => {
    expect(score(bread, { a: 'a', b: 'b', c: 'b' }).ratio).toBe(1);
    expect(score(bread, { a: 'd', b: 'b' })).toEqual({ ratio: 1 / 3, parts: { a: 'wrong', b: 'right', c: 'missed' } });
  });

  it('takes an answer with a target or row that is gone for one without it', () => {
    expect(score(bread, { a: 'zz', b: 'b', zz: 'a' }).parts).toEqual({ a: 'missed', b: 'right', c: 'missed' });
    expect(report(bread, { a: 'zz', b: 'b', zz: 'a' })).toEqual([
      { response: { type: 'matching', pairs: [['b', 'b']] }, result: 'incorrect' },
    ]);
    expect(report(bread, { zz: 'a' })).toEqual([]);
  });

  it('is one interaction without the lure', () => {
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
    expect(Object.keys(largest(bread))).toEqual(['a', 'b', 'c']);
  });
});

describe('matching on the page', () => {
  it('is answered from the lists, and shows which labels have served', () => {
    const one = bench();
    expect(one.missing()).toBe('Il reste 3 lignes sans réponse.');
    choose(one, 0, 'a');
    choose(one, 1, 'b');
    expect(one.drafts.at(-1)).toEqual({ a: 'a', b: 'b' });
    expect([chip(one, 'Seigle').dataset.used, chip(one, 'Avoine').dataset.used]).toEqual(['true', 'false']);
    expect(one.mounted.read?.()).toMatchObject({ missing: 'Il reste une ligne sans réponse.', at: selects(one)[2] });
    choose(one, 2, 'b');
    expect(one.mounted.read?.()).toEqual({ a: 'a', b: 'b', c: 'b' });
  });

  it('is answered by a label, then a place', () => {
    const one = bench();
    chip(one, 'Froment').click();
    expect(one.said.at(-1)).toBe('Froment\u00a0: indiquez sa place.');
    here(one)[2]?.click();
    expect(one.drafts).toEqual([{ c: 'b' }]);
    expect(one.said.at(-1)).toBe('Froment, placé avec\u00a0: Pain de campagne');
    expect(document.activeElement).toBe(selects(one)[2]);
  });

  it('keeps the labels out of the way of Tab: the lists do the same', () => {
    expect(chip(bench(), 'Seigle').tabIndex).toBe(-1);
  });

  it('restores an answer, and leaves out a target that is gone', () => {
    const one = bench({ a: 'b', b: 'zz' });
    expect(selects(one).map(({ value }) => value)).toEqual(['b', '', '']);
  });

  it('marks each row with its reason, and says the answer once no try is left', () => {
    const answer = { a: 'a', b: 'a', c: 'b' };
    const one = bench(answer);
    one.mounted.show(verdictOf(score(bread, answer), false));
    expect([one.marks(), one.reasons()]).toEqual([['Juste', 'À revoir', 'Juste'], ['Il lève peu.']]);
    expect(one.root.querySelector('.c-expected')).toBeNull();
    one.mounted.show(verdictOf(score(bread, answer), true));
    expect(one.root.querySelector('.c-expected')?.textContent).toBe('Réponse attendue\u00a0: Froment');
    expect(selects(one).every(({ disabled }) => disabled)).toBe(true);
    chip(one, 'Avoine').click();
    expect(here(one)).toEqual([]);
    one.mounted.show(null);
    expect([one.marks(), one.reasons()]).toEqual([[], []]);
  });

  it('tells the notebook each row with its answer', () => {
    expect(bench({ a: 'a', c: 'b' }).mounted.text?.()).toBe('Pain noir → Seigle\nBaguette → …\nPain de campagne → Froment');
  });
});
