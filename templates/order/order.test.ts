// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, type Options, report, score, slots } from './scoring.ts';

Handlebars.registerHelper('turn', (list: readonly unknown[]) => [...list].reverse());

const depart: Options = { steps: [{ token: 'a', feedback: '<p>Avant de monter.</p>' }, { token: 'b' }, { token: 'c' }] };
const html: Readonly<Record<string, string>> = { a: 'Faire le tour de la rame', b: 'Essayer les freins', c: 'Annoncer' };

const bench = (answer: Answer | null = null, locked = false) =>
  mountType<Options, Answer>('order', mount, { steps: depart.steps.map((step) => ({ ...step, html: html[step.token] })) }, answer, locked);
type Bench = ReturnType<typeof bench>;

const order = ({ root }: Bench): string => [...root.querySelectorAll<HTMLElement>('.c-step')].map(({ dataset }) => dataset.chip).join('');
const button = ({ root }: Bench, token: string, way: 'up' | 'down'): HTMLButtonElement =>
  root.querySelector(`[data-chip="${token}"] .order-${way}`) as HTMLButtonElement;

function arrow(target: HTMLElement, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

describe('scoring order', () => {
  it('counts steps at their place', () => {
    expect(score(depart, ['a', 'c', 'b'])).toEqual({ ratio: 1 / 3, parts: { a: 'right', b: 'wrong', c: 'wrong' } });
  });

  it('leaves out steps that are gone or written twice, and misses those not given', () => {
    expect(score(depart, ['zz', 'a', 'a', 'b']).parts).toEqual({ a: 'right', b: 'right', c: 'missed' });
    expect(report(depart, ['zz', 'a', 'a', 'b'])).toEqual([{ response: { type: 'sequencing', tokens: ['a', 'b'] }, result: 'incorrect' }]);
    expect(report(depart, [])).toEqual([]);
  });

  it('is one interaction', () => {
    expect(slots(depart)).toEqual([{ type: 'sequencing', right: [{ type: 'sequencing', tokens: ['a', 'b', 'c'] }], text: '' }]);
  });
});

describe('order on the page', () => {
  it('takes no order that the learner has not touched', () => {
    const one = bench();
    expect(order(one)).toBe('cba');
    expect(one.missing()).toBe('Déplacez d’abord au moins une étape.');
    button(one, 'c', 'down').click();
    expect(one.mounted.read?.()).toEqual(['b', 'c', 'a']);
  });

  it('moves a step by its buttons, keeps the focus on them and says its place', () => {
    const one = bench();
    button(one, 'a', 'up').focus();
    button(one, 'a', 'up').click();
    expect([order(one), one.drafts.at(-1), one.said.at(-1)]).toEqual(['cab', ['c', 'a', 'b'], 'Étape 2 sur 3']);
    expect(document.activeElement).toBe(button(one, 'a', 'up'));
    button(one, 'a', 'up').click();
    expect([order(one), one.said.at(-1)]).toEqual(['acb', 'Étape 1 sur 3']);
    expect(document.activeElement).toBe(button(one, 'a', 'up'));
  });

  it('moves it by the arrows as well', () => {
    const one = bench();
    arrow(button(one, 'c', 'up'), 'ArrowDown');
    arrow(button(one, 'c', 'up'), 'ArrowDown');
    arrow(button(one, 'b', 'down'), 'ArrowDown');
    expect([order(one), one.drafts.length]).toEqual(['abc', 3]);
  });

  it('does nothing at the ends, and says so on the buttons', () => {
    const one = bench();
    button(one, 'c', 'up').click();
    arrow(button(one, 'a', 'up'), 'ArrowDown');
    expect([order(one), one.drafts]).toEqual(['cba', []]);
    expect(
      [button(one, 'c', 'up'), button(one, 'c', 'down'), button(one, 'a', 'down')].map((tool) => tool.getAttribute('aria-disabled')),
    ).toEqual(['true', 'false', 'true']);
  });

  it('restores an order; a step that it does not know comes last', () => {
    const one = bench(['b', 'zz', 'a']);
    expect([order(one), one.missing()]).toEqual(['bac', null]);
  });

  it('marks each step with its reason, and says its place once no try is left', () => {
    const answer = ['a', 'c', 'b'];
    const one = bench(answer);
    one.mounted.show(verdictOf(score(depart, answer), false));
    expect([one.marks(), one.reasons()]).toEqual([['Juste', 'À revoir', 'À revoir'], ['Avant de monter.']]);
    one.mounted.show(verdictOf(score(depart, answer), true));
    expect([...one.root.querySelectorAll('.c-expected')].map((words) => words.textContent)).toEqual([
      'Place attendue\u00a0: 3',
      'Place attendue\u00a0: 2',
    ]);
    button(one, 'a', 'down').click();
    arrow(button(one, 'a', 'down'), 'ArrowDown');
    expect([order(one), one.drafts]).toEqual(['acb', []]);
    one.mounted.show(null);
    expect(one.marks()).toEqual([]);
    button(one, 'a', 'down').click();
    expect(order(one)).toBe('cab');
  });
});
