// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AreaField, FieldGroup, type FieldProps, LineField, SelectField, stepOf, TickField } from '../../../build/studio/forms/fields.tsx';
import { show, UsedPage } from '../../helpers/used-page.ts';

const page = new UsedPage();
afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const described = (name: string): unknown => document.getElementById(page.named(name).getAttribute('aria-describedby') ?? '')?.textContent;
const labelled = (name: string): unknown => document.querySelector(`label[for="${page.named(name).id}"]`)?.className;

describe.each([
  ['an area', AreaField],
  ['a line', LineField],
] as const)('%s', (_, Field) => {
  const shown = async (more: Partial<FieldProps> = {}) => {
    const onValue = vi.fn<(value: string) => void>();
    await show(h(Field, { label: 'Farine', value: 'blé', name: 'flour', onValue, ...more }));
    return { onValue };
  };

  test('has its label, its hint and what may be written', async () => {
    await shown({ hint: 'En grammes', placeholder: 'seigle' });
    const field = page.named('Farine') as HTMLInputElement;
    expect([field.value, field.placeholder, field.dataset.field]).toEqual(['blé', 'seigle', 'flour']);
    expect([described('Farine'), labelled('Farine')]).toEqual(['En grammes', 's-form-label']);
  });

  test('without a hint refers to none; a quiet label is there for screen readers', async () => {
    await shown({ isQuiet: true });
    expect(page.named('Farine').hasAttribute('aria-describedby')).toBe(false);
    expect([document.querySelector('.s-form-hint'), labelled('Farine')]).toEqual([null, 's-hidden']);
  });

  test('reports what is typed and each key; keys need nobody who listens', async () => {
    const onKey = vi.fn<(event: KeyboardEvent) => void>((event) => event.preventDefault());
    const { onValue } = await shown({ onKey });
    await page.type('Farine', 'seigle');
    expect([await page.key('Farine', 'Enter'), onKey.mock.calls[0]?.[0].key]).toEqual([true, 'Enter']);
    expect(onValue.mock.calls).toEqual([['seigle']]);
    await shown();
    expect(await page.key('Farine', 'Enter')).toBe(false);
  });

  test('keeps a space that the text does not, until the field is left', async () => {
    const value = signal('blé');
    const Kept = () => h(Field, { label: 'Farine', name: 'flour', value: value.value, onValue: (typed) => (value.value = typed.trim()) });
    await show(h(Kept, {}));
    await page.type('Farine', 'seigle ');
    expect([value.value, page.value('Farine')]).toEqual(['seigle', 'seigle ']);
    await show(h(Kept, { key: 'again' }));
    expect(page.value('Farine')).toBe('seigle');
    await page.type('Farine', 'son ');
    await act(() => void page.named('Farine').dispatchEvent(new Event('blur')));
    await act(() => {
      value.value = 'son d’avoine';
    });
    await act(() => {
      value.value = 'son';
    });
    expect(page.value('Farine')).toBe('son');
  });

  test('shows what something else has written instead of what is being typed, and keeps to it', async () => {
    const value = signal('blé');
    const Kept = () => h(Field, { label: 'Farine', name: 'flour', value: value.value, onValue: (typed) => (value.value = typed.trim()) });
    await show(h(Kept, {}));
    await page.type('Farine', 'seigle ');
    await act(() => {
      value.value = 'sarrasin';
    });
    expect(page.value('Farine')).toBe('sarrasin');
    await act(() => {
      value.value = 'seigle';
    });
    expect(page.value('Farine')).toBe('seigle');
  });
});

test.each([
  ['an area', AreaField],
  ['a line', LineField],
] as const)('leaving %s shows at the next drawing what the text holds', async (_, Field) => {
  const again = signal(0);
  const Kept = () => h(Field, { label: 'Sel', name: 'salt', value: again.value < 0 ? '' : 'fin', onValue: () => (again.value += 1) });
  await show(h(Kept, {}));
  await page.type('Sel', 'gros');
  await act(() => {
    again.value += 1;
  });
  expect(page.value('Sel')).toBe('gros');
  await act(() => void page.named('Sel').dispatchEvent(new Event('blur')));
  await act(() => {
    again.value += 1;
  });
  expect(page.value('Sel')).toBe('fin');
});

describe('the height of an area', () => {
  const grown = async (canSize: boolean): Promise<() => string> => {
    vi.stubGlobal('CSS', { supports: (name: string, value: string) => canSize && name === 'field-sizing' && value === 'content' });
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(function (this: Element) {
      const area = this as HTMLTextAreaElement;
      return area.style.blockSize === 'auto' ? 10 * area.value.length : 999;
    });
    const value = signal('sel');
    await show(h(() => h(AreaField, { label: 'Pâte', name: 'dough', value: value.value, onValue: (typed) => (value.value = typed) }), {}));
    return () => page.named('Pâte').style.blockSize;
  };

  test('is that of its text, also when the text gets shorter', async () => {
    const height = await grown(false);
    expect(height()).toBe('32px');
    await page.type('Pâte', 'levain');
    expect(height()).toBe('62px');
    await page.type('Pâte', 'eau');
    expect(height()).toBe('32px');
    expect(page.named('Pâte').getAttribute('rows')).toBe('1');
  });

  test('is left to a browser that sets it itself', async () => {
    const height = await grown(true);
    await page.type('Pâte', 'levain');
    expect(height()).toBe('');
  });
});

test('a line for a number has its keyboard; words are suggested if there are any', async () => {
  const props = { label: 'Sel', name: 'salt', value: '', onValue: () => {} };
  await show([h(LineField, { ...props, list: ['fin', 'gros'] }), h(LineField, { ...props, label: 'Poids', kind: 'number', list: [] })]);
  const [salt, weight] = ['Sel', 'Poids'].map((name) => page.named(name) as HTMLInputElement);
  expect([salt?.type, salt?.inputMode, weight?.type, weight?.inputMode]).toEqual(['text', 'text', 'text', 'decimal']);
  const list = document.querySelectorAll('datalist');
  expect([list.length, list[0]?.id, weight?.hasAttribute('list')]).toEqual([1, salt?.getAttribute('list'), false]);
  expect([...(list[0]?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toEqual(['fin', 'gros']);
  await show(h(LineField, { ...props, list: ['fin'] }));
  expect([document.querySelectorAll('datalist option').length, page.field('salt').list?.tagName]).toEqual([1, 'DATALIST']);
  await show(h(LineField, props));
  expect(page.named('Sel').hasAttribute('list')).toBe(false);
});

test('a box is ticked as its value says, and reports what it becomes', async () => {
  const onValue = vi.fn<(value: boolean) => void>();
  const tick = (name: string, value: boolean, isQuiet?: boolean) =>
    h(TickField, { label: name, name, value, onValue, ...(isQuiet !== undefined && { isQuiet }) });
  await show([tick('Cuit', false), tick('Levé', true, true)]);
  const boxes = ['Cuit', 'Levé'].map((name) => page.field(name));
  expect(boxes.map(({ type, checked }) => [type, checked])).toEqual([
    ['checkbox', false],
    ['checkbox', true],
  ]);
  expect(boxes.map((box) => box.closest('label')?.querySelector('span')?.className)).toEqual(['', 's-hidden']);
  await page.press('Cuit');
  await page.press('Levé');
  expect(onValue.mock.calls).toEqual([[true], [false]]);
});

test('one of a few values is chosen; a value that is none of them stays, first', async () => {
  const onValue = vi.fn<(value: string) => void>();
  const options = [
    { value: 'w', label: 'Blé' },
    { value: 'r', label: 'Seigle' },
  ];
  const shown = (value: string) =>
    show(h(SelectField, { label: 'Farine', name: 'flour', value, options, onValue, isQuiet: value === 'x' }));
  await shown('r');
  expect([page.value('Farine'), page.options('flour'), labelled('Farine')]).toEqual([
    'r',
    [
      ['w', 'Blé'],
      ['r', 'Seigle'],
    ],
    's-form-label',
  ]);
  await shown('x');
  expect([page.value('Farine'), page.options('flour')[0], page.options('flour').length, labelled('Farine')]).toEqual([
    'x',
    ['x', 'x'],
    3,
    's-hidden',
  ]);
  await page.type('Farine', 'w');
  expect(onValue.mock.calls).toEqual([['w']]);
});

test('a group has its title, and a hint if there is one', async () => {
  const shown = async (hint?: string): Promise<unknown> => {
    await show(h(FieldGroup, { title: 'Pâte', ...(hint !== undefined && { hint }), children: 'Eau' }));
    return ['fieldset legend', '.s-form-hint', 'fieldset'].map((one) => document.querySelector(one)?.textContent?.trim());
  };
  expect(await shown()).toEqual(['Pâte', undefined, 'Pâte Eau']);
  expect(await shown('Reposée')).toEqual(['Pâte Reposée', 'Reposée', 'Pâte ReposéeEau']);
});

test('Alt with an arrow up or down is a step, nothing else', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft'];
  expect(keys.map((key) => stepOf({ altKey: true, key }))).toEqual([-1, 1, undefined]);
  expect(keys.map((key) => stepOf({ altKey: false, key }))).toEqual([undefined, undefined, undefined]);
});
