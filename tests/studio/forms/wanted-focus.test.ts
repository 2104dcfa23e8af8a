// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { h, render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TextSession } from '../../../build/studio/forms/editing.ts';
import { useWantedFocus } from '../../../build/studio/forms/wanted-focus.ts';
import { show } from '../../helpers/used-page.ts';

const drawn = signal(0);
const session = { wanted: '', isNew: false };
const scrolled = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(() => {});

function Form() {
  const place = useRef<HTMLElement>(null);
  useWantedFocus(session as TextSession, place);
  return h('section', { ref: place, 'data-drawn': drawn.value }, [
    h('button', { 'data-field': 'bread-add' }, 'Ajouter'),
    h('input', { 'data-field': 'bread', value: 'Pain' }),
    h('textarea', { 'data-field': 'dough', value: 'Pâte' }),
  ]);
}
const field = (name: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`[data-field="${name}"]`) as HTMLInputElement;
const focused = (): string => (document.activeElement as HTMLElement | null)?.dataset.field ?? '';
const chosen = (name: string): unknown => [field(name).selectionStart, field(name).selectionEnd];

async function want(wanted: string, isNew = false): Promise<void> {
  Object.assign(session, { wanted, isNew });
  await act(() => {
    drawn.value += 1;
  });
}

beforeEach(async () => {
  Object.assign(session, { wanted: '', isNew: false });
  scrolled.mockClear();
  await show([h('input', { 'data-field': 'dough', 'aria-label': 'elsewhere' }), h(Form, {})]);
});
afterEach(() => render(null, document.body));
afterAll(() => scrolled.mockRestore());

test('the wanted field of the form is focused and in sight; its words are not selected', async () => {
  field('bread').setSelectionRange(2, 2);
  await want('bread');
  expect([focused(), chosen('bread'), session.wanted]).toEqual(['bread', [2, 2], '']);
  expect(scrolled.mock.calls).toEqual([[{ block: 'nearest' }]]);
  await want('dough');
  expect(document.activeElement?.hasAttribute('aria-label')).toBe(false);
});

test.each(['bread', 'dough'])('the words of a new part are selected: %s', async (name) => {
  const inForm = document.querySelector<HTMLInputElement>(`section [data-field="${name}"]`);
  await want(name, true);
  expect([inForm === document.activeElement, inForm?.selectionStart, inForm?.selectionEnd]).toEqual([true, 0, 4]);
});

test('a new part without words is focused only', async () => {
  await want('bread-add', true);
  expect(focused()).toBe('bread-add');
});

test('once it has been moved, the focus stays where the person takes it', async () => {
  await want('bread');
  field('bread-add').focus();
  await act(() => {
    drawn.value += 1;
  });
  expect([focused(), scrolled.mock.calls.length]).toEqual(['bread-add', 1]);
});

test('a form that is not drawn has no field to focus', async () => {
  Object.assign(session, { wanted: 'bread' });
  await show(h(() => useWantedFocus(session as TextSession, { current: null }) ?? null, {}));
  expect([focused(), session.wanted]).toEqual(['', '']);
});

test('without a wish or for a field that there is not, the focus stays', async () => {
  field('bread').focus();
  await want('');
  await want('oven');
  expect([focused(), session.wanted, scrolled.mock.calls]).toEqual(['bread', '', []]);
});
