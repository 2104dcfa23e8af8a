// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

Handlebars.registerHelper('turn', (list: readonly unknown[]) => [...list].reverse());

const depart: Options = {
  steps: [
    { token: 'a', text: 'Faire le tour de la rame', feedback: '<p>Avant de monter.</p>' },
    { token: 'b', text: 'Essayer les freins' },
    { token: 'c', text: 'Annoncer' },
  ],
};

const bench = (answer: Answer | null = null, locked = false) =>
  mountType<Options, Answer>('order', mount, { steps: depart.steps.map((step) => ({ ...step, html: step.text })) }, answer, locked);
type Bench = ReturnType<typeof bench>;

const order = ({ root }: Bench): string => [...root.querySelectorAll<HTMLElement>('.c-step')].map(({ dataset }) => dataset.chip).join('');
const button = ({ root }: Bench, token: string, way: 'up' | 'down'): HTMLButtonElement =>
  root.querySelector(`[data-chip="${token}"] .order-${way}`) as HTMLButtonElement;

function arrow(target: HTMLElement, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

describe('scoring order', () => {
  it('counts steps at their position', () => {
    expect(score(depart, ['a', 'c', 'b'])).toEqual({ ratio: 1 / 3, parts: { a: 'right', b: 'wrong', c: 'wrong' } });
  });

  it('ignores steps that no longer exist or appear twice, and marks absent ones as missed', () => {
    expect(score(depart, ['zz', 'a', 'a', 'b']).parts).toEqual({ a: 'right', b: 'right', c: 'missed' });
    expect(report(depart, ['zz', 'a', 'a', 'b'])).toEqual([{ response: { type: 'sequencing', tokens: ['a', 'b'] }, result: 'incorrect' }]);
    expect(report(depart, [])).toEqual([]);
  });

  it('sends one interaction', () => {
    expect(slots(depart)).toEqual([{ type: 'sequencing', right: [{ type: 'sequencing', tokens: ['a', 'b', 'c'] }], text: '' }]);
  });
});

describe('order on the page', () => {
  it('accepts no answer before the learner has moved a step', () => {
    const one = bench();
    one.root.querySelector('li')?.click();
    expect(one.drafts).toEqual([]);
    expect(order(one)).toBe('cba');
    expect(one.missing()).toBe('Déplacez d’abord au moins une étape.');
    button(one, 'c', 'down').click();
    expect(one.mounted.read?.()).toEqual(['b', 'c', 'a']);
  });

  it('moves a step by its buttons, keeps the focus on them and announces its position', () => {
    const one = bench();
    button(one, 'a', 'up').focus();
    button(one, 'a', 'up').click();
    expect([order(one), one.drafts.at(-1), one.announced.at(-1)]).toEqual(['cab', ['c', 'a', 'b'], 'Étape 2 sur 3']);
    expect(document.activeElement).toBe(button(one, 'a', 'up'));
    button(one, 'a', 'up').click();
    expect([order(one), one.announced.at(-1)]).toEqual(['acb', 'Étape 1 sur 3']);
    expect(document.activeElement).toBe(button(one, 'a', 'up'));
  });

  it('moves it by the arrow keys too', () => {
    const one = bench();
    arrow(button(one, 'c', 'up'), 'ArrowDown');
    arrow(button(one, 'c', 'up'), 'ArrowDown');
    arrow(button(one, 'b', 'down'), 'ArrowDown');
    expect([order(one), one.drafts.length]).toEqual(['abc', 3]);
  });

  it('does nothing at the ends, and disables the buttons there', () => {
    const one = bench();
    button(one, 'c', 'up').click();
    arrow(button(one, 'a', 'up'), 'ArrowDown');
    expect([order(one), one.drafts]).toEqual(['cba', []]);
    expect(
      [button(one, 'c', 'up'), button(one, 'c', 'down'), button(one, 'a', 'down')].map((tool) => tool.getAttribute('aria-disabled')),
    ).toEqual(['true', 'false', 'true']);
  });

  it('restores an order; new steps come last', () => {
    const one = bench(['b', 'zz', 'a']);
    expect([order(one), one.missing()]).toEqual(['bac', null]);
  });

  it('marks each step with its reason, and shows its position when no try is left', () => {
    const answer = ['a', 'c', 'b'];
    const one = bench(answer);
    one.mounted.show(verdictOf(score(depart, answer), false));
    expect([one.marks(), one.reasons()]).toEqual([['Juste', 'À revoir', 'À revoir'], ['Avant de monter.']]);
    expect([...one.root.querySelectorAll('.c-score p')].map(({ textContent }) => textContent)).toEqual([
      '1 sur 3',
      '2 étapes à revoir',
      '',
    ]);
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

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('order', schema, `:::order{#q ${attributes}}\nQuoi ?\n\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['two steps', read('1. un\n2. deux'), []],
    ['one step', read('1. un'), ['too-few-steps:1']],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));

  it('is solved by its solution', () => {
    const options = read('1. un\n2. deux\n3. trois').options as unknown as Options;
    expect(score(options, solve(options)).ratio).toBe(1);
  });
});

it('has its steps backwards in its largest answer', () => {
  expect(largest(depart)).toEqual(['c', 'b', 'a']);
});
