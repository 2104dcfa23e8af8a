// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { TitleDialog } from '../../../build/studio/plan/title-dialog.tsx';
import { t } from '../../../build/studio/strings.ts';

/** Actions of the dialog, in order. */
let done: string[] = [];

function opened(value: string, hint?: string): Promise<void> {
  done = [];
  const words = { title: 'Nouvelle page', label: 'Titre de la page', value, action: 'Ajouter', ...(hint !== undefined && { hint }) };
  const events = { onTitle: (title: string) => done.push(`title ${title}`), onClose: () => done.push('close') };
  return act(() => render(h(TitleDialog, { ...words, ...events }), document.body));
}
const field = (): HTMLInputElement => document.querySelector('input') as HTMLInputElement;
const button = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === name) as never;
const write = (value: string): Promise<void> =>
  act(() => {
    field().value = value;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
/** Does what Enter in the field does. @returns whether the page stays */
async function enter(): Promise<boolean> {
  const event = new Event('submit', { bubbles: true, cancelable: true });
  await act(() => void document.querySelector('form')?.dispatchEvent(event));
  return event.defaultPrevented;
}

afterEach(() => render(null, document.body));

test('the dialog and its field have names; the hint is there if it is given', async () => {
  await opened('Le four', 'Courte.');
  expect(document.querySelector('h2')?.textContent).toBe('Nouvelle page');
  expect(document.querySelector('label')?.htmlFor).toBe(field().id);
  expect([document.querySelector('label')?.textContent, field().value, field().maxLength]).toEqual(['Titre de la page', 'Le four', 120]);
  expect([field().autofocus, document.querySelector('dialog')?.className]).toEqual([true, 's-dialog s-narrow']);
  expect(document.querySelector('small')?.textContent).toBe('Courte.');
  await opened('');
  expect(document.querySelector('small')).toBeNull();
});

test('a title is given without the spaces around it, after the dialog has closed', async () => {
  await opened('Le four');
  await write('  La mie ');
  await act(() => button('Ajouter').click());
  expect(done).toEqual(['close', 'title La mie']);
});

test('Enter does the same, and leaves the page where it is', async () => {
  await opened('Le four');
  expect([await enter(), done]).toEqual([true, ['close', 'title Le four']]);
});

test('spaces alone are no title', async () => {
  await opened('');
  expect(button('Ajouter').disabled).toBe(true);
  await write('   ');
  expect([button('Ajouter').disabled, await enter(), done]).toEqual([true, true, []]);
  await write('a');
  expect(button('Ajouter').disabled).toBe(false);
});

test('cancelling only closes', async () => {
  await opened('Le four');
  await act(() => button(t('cancel')).click());
  await act(() => document.querySelector<HTMLElement>(`[aria-label="${t('close')}"]`)?.click());
  expect(done).toEqual(['close', 'close']);
});
