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
])('reports what is wrong in %j', (text, codes) => expect(found(text)).toEqual(codes));

describe('telling the LMS of sliders', () => {
  it('is a number a line, and a text for each fact', () => {
    const long = { ...oven, items: oven.items.map((item) => ({ ...item, text: 'é'.repeat(251) })) };
    expect(slots(long).filter(({ text }) => text !== 'é'.repeat(250))).toEqual([]);
    expect(slots(oven)).toEqual(
      oven.items.flatMap(({ token, fact, text }) => [
        { part: token, type: 'numeric', right: [], text },
        { part: fact, type: 'long-fill-in', right: [], text },
      ]),
    );
    expect(report(oven, { values: { a: 3, c: 99 }, facts: { b: 'Fort', d: ' Une stère. ' } })).toEqual([
      { part: 'a', response: { type: 'numeric', value: 3 }, result: 'neutral' },
      { part: 'b', response: { type: 'long-fill-in', text: 'Fort' }, result: 'neutral' },
      { part: 'd', response: { type: 'long-fill-in', text: 'Une stère.' }, result: 'neutral' },
    ]);
  });

  it('counts the lines that have a value of the slider', () => {
    expect(score(oven, { values: { a: 0, c: 11 } }).ratio).toBeCloseTo(1 / 3);
    expect(score(oven, largest(oven)).ratio).toBe(1);
    expect(score(oven, null)).toEqual({ ratio: 0, parts: {} });
    expect(score({ ...oven, items: [] }, null).ratio).toBe(0);
    expect(largest(oven)).toEqual({ values: { a: 10, c: 10, e: 10 } });
  });

  it('reports a value as a whole number, a fact without its value, and no fact of a line that asks for none', () => {
    const plain: Options = { ...oven, items: [{ token: 'a', text: 'La chaleur' }] };
    expect(slots(plain)).toEqual([{ part: 'a', type: 'numeric', right: [], text: 'La chaleur' }]);
    expect(report(plain, { values: { a: 3.6 }, facts: { b: 'Le feu' } })).toEqual([
      { part: 'a', response: { type: 'numeric', value: 4 }, result: 'neutral' },
    ]);
    expect(report(oven, { values: { a: -1, c: 10.5 }, facts: { b: 3 as never, f: 'Levée' } })).toEqual([
      { part: 'f', response: { type: 'long-fill-in', text: 'Levée' }, result: 'neutral' },
    ]);
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

  it('takes a click, Enter or a space as a value, and no other key', () => {
    const { root, mounted } = mountType<Options, Answer>('sliders', mount, oven);
    const [heat, wood, dough] = inputs(root) as [HTMLInputElement, HTMLInputElement, HTMLInputElement];
    const press = (slider: HTMLInputElement, key: string): boolean => slider.dispatchEvent(new KeyboardEvent('keydown', { key }));
    for (const slider of [heat, wood, dough]) press(slider, 'Tab');
    expect(mounted.read?.()).toEqual({ missing: 'Il reste 3 curseurs à placer.', at: heat });
    press(heat, ' ');
    press(dough, 'Enter');
    expect(mounted.read?.()).toEqual({ missing: 'Il reste un curseur à placer.', at: wood });
    wood.click();
    expect(mounted.read?.()).toEqual({ values: { a: 5, c: 5, e: 5 } });
  });

  it('shows each value beside its line, to screen readers too, and none before it was placed', () => {
    const { root, mounted } = mountType<Options, Answer>('sliders', mount, oven, { values: { a: 1, e: 9 } });
    const shown = inputs(root).map((slider) => [slider.value, slider.getAttribute('aria-valuetext'), slider.hasAttribute('data-unset')]);
    expect(shown).toEqual([
      ['1', '1', false],
      ['5', 'à placer', true],
      ['9', '9', false],
    ]);
    expect([...root.querySelectorAll('.sliders-value')].map(({ textContent }) => textContent)).toEqual(['1', 'à placer', '9']);
    expect(mounted.text?.()).toBe('La chaleur : 1\nLe bois : à placer\nLa pâte : 9');
  });

  it('draws values from the least to the most of the slider, and nothing for two lines', () => {
    const pictureOf = (more: Partial<Options>, values: Answer['values']): string | undefined =>
      mountType<Options, Answer>('sliders', mount, { ...oven, ...more }, { values }).root.querySelector('.sliders-picture')?.innerHTML;
    const picture = pictureOf({}, { a: 5, c: 0 });
    expect(picture?.match(/c-radar-point/g)).toHaveLength(2);
    expect(pictureOf({ min: 2, max: 4 }, { a: 3, c: 2 })).toBe(picture);
    expect(pictureOf({}, { a: 6, c: 0 })).not.toBe(picture);
    expect(pictureOf({ items: oven.items.slice(0, 2) }, { a: 5, c: 0 })).toBe('');
  });

  it('stands in the middle before, and shows the room of a fact', () => {
    const { root, announced, type } = mountType<Options, Answer>(
      'sliders',
      mount,
      { ...oven, min: 2, max: 5 },
      { values: {}, facts: { d: 'Sec' } },
    );
    const [area, count] = [root.querySelectorAll('textarea')[1] as HTMLTextAreaElement, root.querySelectorAll('.c-count')[1]];
    expect([inputs(root)[0]?.value, area.value, count?.textContent]).toEqual(['4', 'Sec', '3 caractères sur 300']);
    type(area, 'Une stère');
    expect([count?.textContent, announced]).toEqual(['9 caractères sur 300', []]);
    type(area, 'x'.repeat(300));
    expect(announced).toEqual(['Limite atteinte\u00a0: la suite de votre texte n’est pas prise en compte.']);
  });

  it('does not count a value that the slider does not have, and reports a fact that was deleted before', () => {
    const answer = { values: { a: 99, c: '3' }, facts: { b: '' } } as unknown as Answer;
    const bench = mountType<Options, Answer>('sliders', mount, oven, answer);
    expect(cells(bench.root)).toEqual(['à placer', 'à placer', 'à placer']);
    expect([score(oven, answer).ratio, report(oven, answer)]).toEqual([
      0,
      [{ part: 'b', response: { type: 'long-fill-in', text: '' }, result: 'neutral' }],
    ]);
    bench.type(bench.root.querySelectorAll('textarea')[1] as HTMLTextAreaElement, ' Sec ');
    expect(bench.drafts).toEqual([{ values: {}, facts: { b: '', d: ' Sec ' } }]);
  });

  it('moves each slider of lines without facts', () => {
    const items = ['a', 'b', 'c'].map((token) => ({ token, text: token }));
    const { root, drafts } = mountType<Options, Answer>('sliders', mount, { ...oven, items });
    inputs(root).forEach((slider, at) => void move(slider, String(at)));
    expect(drafts.at(-1)).toEqual({ values: { a: 0, b: 1, c: 2 } });
  });

  it('need no fact where none is asked for, and stay as they are once they are recorded', () => {
    const items = [{ token: 'a', text: 'La chaleur' }];
    const { root, mounted } = mountType<Options, Answer>('sliders', mount, { ...oven, items }, { values: { a: 3 } });
    mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    expect([root.querySelector('textarea'), inputs(root)[0]?.disabled, mounted.read?.()]).toEqual([null, false, { values: { a: 3 } }]);
  });

  it.each([true, false])('can be moved and explained unless it is locked: %s', (locked) => {
    const { root } = mountType<Options, Answer>('sliders', mount, oven, { values: { a: 1 } }, locked);
    expect(inputs(root).map(({ disabled }) => disabled)).toEqual(Array(3).fill(locked));
    expect([...root.querySelectorAll('textarea')].map(({ readOnly }) => readOnly)).toEqual(Array(3).fill(locked));
  });
});
