// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, score } from './scoring.ts';
import type { Options } from './type.ts';

Handlebars.registerHelper('scramble', (list: readonly unknown[]) => [...list].reverse());

const groups = [
  { token: 'a', text: 'Au fournil', title: 'Au fournil' },
  { token: 'd', text: 'Au magasin', title: 'Au magasin' },
];
const apprentice = { token: 'b', text: 'L’apprenti', html: 'L’apprenti', groups: ['a'], feedback: '<p>Il pétrit.</p>' };
const seller = { token: 'e', text: 'La vendeuse', html: 'La vendeuse', groups: ['d'] };
const boss = { token: 'c', text: 'Le patron', html: 'Le patron', groups: ['a', 'd'] };

const several: Options = { groups, items: [apprentice, boss, seller], multiple: true };

const many: Options = {
  groups: ['a', 'd', 'f', 'g', 'h'].map((token) => ({ token, text: token, title: token })),
  items: [apprentice, seller],
  multiple: false,
};

const bench = (options: Options, answer: Answer | null = null, locked = false) =>
  mountType<Options, Answer>('categorize', mount, options, answer, locked);
type Bench = ReturnType<typeof bench>;

const find = ({ root }: Bench, selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;
const card = (one: Bench, token: string): HTMLElement => find(one, `[data-chip="${token}"]`);
const box = (one: Bench, token: string, group: string): HTMLInputElement =>
  card(one, token).querySelector(`[value="${group}"]`) as HTMLInputElement;

describe('categorize in rows', () => {
  it('offers all groups for every item, so that nothing is given away, and shows each once', () => {
    const { root } = bench(several);
    expect([...root.querySelectorAll('.categorize-item')].map((item) => item.querySelectorAll('[type="checkbox"]').length)).toEqual([
      2, 2, 2,
    ]);
    expect(root.querySelectorAll('[data-chip]')).toHaveLength(3);
  });

  it('drafts ticked groups, and reports rows without a tick as missing', () => {
    const one = bench(several, { c: ['a'] });
    box(one, 'c', 'd').click();
    expect([one.drafts.at(-1), one.missing()]).toEqual([{ c: ['a', 'd'] }, 'Il reste 2 cartes à ranger.']);
    expect((one.mounted.read?.() as { at?: HTMLElement } | undefined)?.at).toBe(one.root.querySelector('[data-chip] input'));
    box(one, 'c', 'a').click();
    expect(one.drafts.at(-1)).toEqual({ c: ['d'] });
  });

  it('has a list for each item if there are too many groups for boxes', () => {
    const one = bench(many, { b: ['a'] });
    const [first, second] = [...one.root.querySelectorAll('select')];
    expect([first?.value, second?.value]).toEqual(['', 'a']);
    one.type(first as HTMLSelectElement, 'h');
    first?.dispatchEvent(new Event('change', { bubbles: true }));
    expect([one.drafts.at(-1), one.missing()]).toEqual([{ b: ['a'], e: ['h'] }, null]);
  });

  it('shows the stored groups, and can’t be changed while it is locked', () => {
    const stored = (options: Options, answer: unknown, locked = false) => {
      const { root, mounted } = bench(options, answer as Answer, locked);
      const fields = [...root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
      return [mounted.read?.(), fields.every(({ disabled }) => disabled), fields.some(({ disabled }) => disabled)];
    };
    const answer = { b: ['a'], c: ['d', 'a'], e: ['d'] };
    expect(stored(several, { ...answer, zz: ['a'] })).toEqual([{ ...answer, c: ['a', 'd'] }, false, false]);
    expect(stored(several, answer, true)).toEqual([{ ...answer, c: ['a', 'd'] }, true, true]);
    expect(stored(many, { b: ['zz', 'h'], e: 'f' })).toEqual([{ b: ['h'], e: ['f'] }, false, false]);
    expect(bench(several, { b: ['a'], c: ['a', 'd'], e: ['d'] }).mounted.text?.()).toBe(
      'Au fournil\n– L’apprenti\n– Le patron\nAu magasin\n– Le patron\n– La vendeuse',
    );
  });

  it('names all groups of an item in its verdict', () => {
    const answer = { b: ['a'], c: ['a'], e: ['d'] };
    const one = bench(several, answer);
    one.mounted.show(verdictOf(score(several, answer), true));
    expect(find(one, '.c-expected').textContent).toBe('Groupes attendus\u00a0: Au fournil ; Au magasin');
    expect(box(one, 'c', 'd').disabled).toBe(true);
    one.mounted.show(null);
    expect([box(one, 'c', 'd').disabled, one.root.querySelector('.c-expected')]).toEqual([false, null]);
  });
});
