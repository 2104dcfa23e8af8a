// @vitest-environment happy-dom
import Handlebars from 'handlebars';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
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

/** @returns whether the page would have scrolled */
function arrow(target: HTMLElement, key: string): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Texts of the elements that match, in the order of the page. */
const words = ({ root }: Bench, selector: string): (string | null)[] =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);

let scrolled: MockInstance<HTMLElement['scrollIntoView']>;
beforeEach(() => {
  scrolled = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('scoring order', () => {
  it('counts steps at their position', () => {
    expect(score(depart, ['a', 'c', 'b'])).toEqual({ ratio: 1 / 3, parts: { a: 'right', b: 'wrong', c: 'wrong' } });
  });

  it('ignores steps that no longer exist or appear twice, and marks absent ones as missed', () => {
    expect(score(depart, ['zz', 'a', 'a', 'b']).parts).toEqual({ a: 'right', b: 'right', c: 'missed' });
    expect(report(depart, ['zz', 'a', 'a', 'b'])).toEqual([{ response: { type: 'sequencing', tokens: ['a', 'b'] }, result: 'incorrect' }]);
    expect(report(depart, [])).toEqual([]);
    expect(score(depart, ['b']).parts).toEqual({ a: 'missed', b: 'wrong', c: 'missed' });
    expect([score(depart, null).ratio, score(depart, { 0: 'a' } as never).ratio]).toEqual([0, 0]);
  });

  it('sends one interaction', () => {
    expect(slots(depart)).toEqual([{ type: 'sequencing', right: [{ type: 'sequencing', tokens: ['a', 'b', 'c'] }], text: '' }]);
    const result = (tokens: Answer, result: string) => [{ response: { type: 'sequencing', tokens }, result }];
    expect(report(depart, ['a', 'b', 'c'])).toEqual(result(['a', 'b', 'c'], 'correct'));
    expect(report(depart, ['b', 'a', 'c'])).toEqual(result(['b', 'a', 'c'], 'incorrect'));
  });
});

describe('order on the page', () => {
  it('accepts no answer before the learner has moved a step', () => {
    const one = bench();
    one.root.querySelector('li')?.click();
    expect(one.drafts).toEqual([]);
    expect(order(one)).toBe('cba');
    expect(one.mounted.read?.()).toEqual({ missing: 'Déplacez d’abord au moins une étape.', at: button(one, 'c', 'down') });
    button(one, 'c', 'down').click();
    expect(one.mounted.read?.()).toEqual(['b', 'c', 'a']);
  });

  it('moves a step by its buttons, keeps the focus on them and announces its position', () => {
    const one = bench();
    button(one, 'a', 'up').focus();
    const step = button(one, 'a', 'up').closest('.c-step') as HTMLElement;
    const neighbours = [vi.spyOn(step, 'after'), vi.spyOn(step, 'before')];
    button(one, 'a', 'up').click();
    // The step itself is not moved: a browser would take the focus away.
    expect(neighbours.map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
    expect([order(one), one.drafts.at(-1), one.announced.at(-1)]).toEqual(['cab', ['c', 'a', 'b'], 'Étape 2 sur 3']);
    expect(document.activeElement).toBe(button(one, 'a', 'up'));
    button(one, 'a', 'up').click();
    expect([order(one), one.announced.at(-1)]).toEqual(['acb', 'Étape 1 sur 3']);
    arrow(button(one, 'a', 'up'), 'ArrowDown');
    arrow(button(one, 'a', 'up'), 'ArrowUp');
    expect([order(one), neighbours.map(({ mock }) => mock.calls.length)]).toEqual(['acb', [3, 1]]);
    expect(document.activeElement).toBe(button(one, 'a', 'up'));
  });

  it('moves it by the arrow keys too', () => {
    const one = bench();
    arrow(button(one, 'c', 'up'), 'ArrowDown');
    arrow(button(one, 'c', 'up'), 'ArrowDown');
    arrow(button(one, 'b', 'down'), 'ArrowDown');
    expect([order(one), one.drafts.length]).toEqual(['abc', 3]);
    expect(arrow(button(one, 'c', 'up'), 'ArrowUp')).toBe(false);
    expect([arrow(button(one, 'c', 'up'), 'ArrowLeft'), arrow(button(one, 'c', 'up'), 'Enter')]).toEqual([true, true]);
    expect([order(one), one.drafts.length]).toEqual(['acb', 4]);
  });

  it('keeps the step that moves in view, and disables buttons where it arrives', () => {
    const one = bench();
    button(one, 'a', 'up').click();
    expect([scrolled.mock.contexts, scrolled.mock.calls]).toEqual([[button(one, 'a', 'up').closest('.c-step')], [[{ block: 'nearest' }]]]);
    const off = [...one.root.querySelectorAll('[aria-disabled="true"]')];
    expect(off).toEqual([button(one, 'c', 'up'), button(one, 'b', 'down')]);
  });

  it('takes a step that was dragged like one that was moved, unless it is judged', async () => {
    interface Dragged {
      readonly sort: boolean;
      filter(event: object, chip: Element): boolean;
      onStart(event: object): void;
      onEnd(event: object): void;
    }
    const lists: [Element, Dragged][] = [];
    vi.stubGlobal(
      'Sortable',
      class {
        static get(): void {}
        constructor(list: Element, dragging: Dragged) {
          lists.push([list, dragging]);
        }
      },
    );
    const one = bench();
    const [first, , last] = one.root.querySelectorAll('.c-step') as unknown as [HTMLElement, HTMLElement, HTMLElement];
    last.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    const [[list, dragging]] = lists as [(typeof lists)[number]];
    expect([list, dragging.sort, dragging.filter({ target: last }, last)]).toEqual([one.root.querySelector('ol'), true, false]);
    dragging.onStart({ item: last });
    first.before(last);
    dragging.onEnd({ item: last, oldIndex: 2, newIndex: 0 });
    await new Promise((resolve) => setTimeout(resolve));
    expect([one.drafts, one.announced, one.missing()]).toEqual([[['a', 'c', 'b']], ['Étape 1 sur 3'], null]);
    one.mounted.show(verdictOf(score(depart, ['a', 'c', 'b']), false));
    expect(dragging.filter({ target: last }, last)).toBe(true);
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
    const single = bench(['b']);
    expect([order(single), single.missing()]).toEqual(['bca', null]);
    const other = bench(['zz']);
    expect([order(other), other.missing()]).toEqual(['cba', 'Déplacez d’abord au moins une étape.']);
  });

  it('offers no buttons while it is locked or judged', () => {
    const hidden = ({ root }: Bench): unknown[] => [...root.querySelectorAll<HTMLElement>('.c-tools')].map((tools) => tools.hidden);
    const one = bench(['a', 'b', 'c']);
    const states = [hidden(one)];
    for (const verdict of [verdictOf(score(depart, ['a', 'b', 'c']), false), null]) {
      one.mounted.show(verdict);
      states.push(hidden(one));
    }
    const locked = bench(['a', 'b', 'c'], true);
    states.push(hidden(locked));
    locked.mounted.show(null);
    states.push(hidden(locked));
    expect(states).toEqual([false, true, false, true, true].map((state) => [state, state, state]));
  });

  it('has nothing to count where every step is right, and misses what is not in the answer', () => {
    const one = bench(['a', 'b', 'c']);
    one.mounted.show(verdictOf(score(depart, ['a', 'b', 'c']), true));
    expect([one.marks(), words(one, '.c-score'), words(one, '.c-expected')]).toEqual([['Juste', 'Juste', 'Juste'], [], []]);
    one.mounted.show(verdictOf(score(depart, ['a', 'b']), false));
    expect(words(one, '.c-tally')).toEqual(['2 sur 3']);
    const discs = [...one.root.querySelectorAll<HTMLElement>('.c-cells i')].map(({ dataset }) => dataset.mark);
    expect(discs).toEqual(['right', 'right', 'missed']);
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
    expect(words(one, '.c-expected')).toEqual(['Place attendue\u00a0: 3', 'Place attendue\u00a0: 2']);
    expect(words(one, '.c-tally')).toEqual(['1 sur 3']);
    button(one, 'a', 'down').click();
    arrow(button(one, 'a', 'down'), 'ArrowDown');
    expect([order(one), one.drafts]).toEqual(['acb', []]);
    one.mounted.show(null);
    expect([one.marks(), one.reasons(), words(one, '.c-expected, .c-score')]).toEqual([[], [], []]);
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

it('has its steps in the order of the text, whatever their tokens', () => {
  const steps = ['c', 'a', 'b'].map((token) => ({ token, text: token }));
  expect([slots({ steps }), solve({ steps }), largest({ steps })]).toEqual([
    [{ type: 'sequencing', right: [{ type: 'sequencing', tokens: ['c', 'a', 'b'] }], text: '' }],
    ['c', 'a', 'b'],
    ['b', 'a', 'c'],
  ]);
});

it('has its steps backwards in its largest answer', () => {
  expect(largest(depart)).toEqual(['c', 'b', 'a']);
});
