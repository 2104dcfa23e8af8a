// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const oven: Options = {
  min: 0,
  max: 10,
  levels: [],
  seenBy: 'trainer',
  items: [
    { token: 'a', text: 'La chaleur', fact: 'b' },
    { token: 'c', text: 'Le bois', fact: 'd' },
    { token: 'e', text: 'La pâte', fact: 'f' },
  ],
};
const found = (text: string) => readActivity('sliders', schema, text).found;

it.each([
  [':::sliders{#four}\nQuoi ?\n:::', ['nothing-to-place:1']],
  [':::sliders{#four min=9 max=3}\n- Pain\n:::', ['min-over-max:1']],
  [`:::sliders{#four}\n${Array.from('abcdefghijklm', (sign) => `- pain ${sign}`).join('\n')}\n:::`, ['too-many-lines:1']],
])('says what is wrong in %j', (text, codes) => expect(found(text)).toEqual(codes));

describe('telling the LMS of sliders', () => {
  it('is a number a line, and a text for each fact', () => {
    const long = { ...oven, items: oven.items.map((item) => ({ ...item, text: 'é'.repeat(251) })) };
    expect(slots(long).filter(({ text }) => text !== 'é'.repeat(250))).toEqual([]);
    expect(slots(oven).map(({ part, type }) => `${part} ${type}`)).toEqual(
      ['a', 'c', 'e'].flatMap((line, index) => [`${line} numeric`, `${'bdf'[index]} long-fill-in`]),
    );
    expect(report(oven, { values: { a: 3, c: 99 }, facts: { d: ' Une stère. ' } })).toEqual([
      { part: 'a', response: { type: 'numeric', value: 3 }, result: 'neutral' },
      { part: 'd', response: { type: 'long-fill-in', text: 'Une stère.' }, result: 'neutral' },
    ]);
  });

  it('counts the lines that have a value of the slider', () => {
    expect(score(oven, { values: { a: 0, c: 11 } }).ratio).toBeCloseTo(1 / 3);
    expect(score(oven, largest(oven)).ratio).toBe(1);
    expect(score(oven, null).ratio).toBe(0);
  });
});

describe('sliders on the page', () => {
  const inputs = (root: HTMLElement): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>('[type=range]')];
  const cells = (root: HTMLElement): string[] => [...root.querySelectorAll('[data-cell]')].map((cell) => cell.textContent ?? '');
  const move = (slider: HTMLInputElement | undefined, value: string): void => {
    if (!slider) return;
    slider.value = value;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };

  it('counts a slider only once it was touched, be it where it stood', () => {
    const bench = mountType<Options, Answer>('sliders', mount, oven);
    expect(cells(bench.root)).toEqual(['à placer', 'à placer', 'à placer']);
    move(inputs(bench.root)[0], '8');
    inputs(bench.root)[1]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(cells(bench.root)).toEqual(['8', '5', 'à placer']);
    expect(bench.missing()).toBe('Il reste un curseur à placer.');
    expect(bench.drafts.at(-1)).toEqual({ values: { a: 8, c: 5 } });
  });

  it('keeps what is typed as a fact, before and after its value, and no fact that was never written', () => {
    const { root, drafts, type } = mountType<Options, Answer>('sliders', mount, oven, { values: { a: 1 } });
    type(root.querySelector('[data-line="c"] textarea') as HTMLTextAreaElement, 'Une stère.');
    expect(drafts.at(-1)).toEqual({ values: { a: 1 }, facts: { d: 'Une stère.' } });
    const slider = root.querySelector('[data-line="c"] input') as HTMLInputElement;
    slider.value = '7';
    slider.dispatchEvent(new Event('input'));
    expect(drafts.at(-1)).toEqual({ values: { a: 1, c: 7 }, facts: { d: 'Une stère.' } });
  });

  it('keeps facts beside values, and draws a point for each value', () => {
    const bench = mountType<Options, Answer>('sliders', mount, oven, { values: { a: 1, c: 2, e: 3 }, facts: { b: 'Le feu tient.' } });
    expect(bench.mounted.read?.()).toEqual({ values: { a: 1, c: 2, e: 3 }, facts: { b: 'Le feu tient.' } });
    expect(bench.root.querySelectorAll('.c-radar-point')).toHaveLength(3);
    expect(bench.mounted.text?.()).toContain('La chaleur : 1\n  Le feu tient.');
    bench.type(bench.root.querySelector('textarea') as HTMLTextAreaElement, '');
    const answer = bench.mounted.read?.() as Answer;
    expect(answer.facts).toEqual({ b: '' });
    expect(report(oven, answer)).toContainEqual({ part: 'b', response: { type: 'long-fill-in', text: '' }, result: 'neutral' });
  });
});
