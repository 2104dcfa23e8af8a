// @vitest-environment happy-dom
import { h, render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { type Editing, TextSession } from '../../../build/studio/forms/editing.ts';
import { InnerRow } from '../../../build/studio/forms/inner-row.tsx';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { icons, looks } from '../../helpers/drawn.ts';
import { PATH } from '../../helpers/mounted-form.ts';
import { openedStudio, typeOf } from '../../helpers/opened-studio.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

const page = new UsedPage();
afterEach(() => render(null, document.body));

/** Shows the row of the first directive of a text. */
async function shown(text: string) {
  const session = new TextSession(await openedStudio({ [PATH]: text }), PATH);
  const [directive] = outlineOf(text).directives;
  if (!directive) throw new Error('no directive');
  const open = vi.fn<(line: number) => void>();
  const types = [typeOf('text', 'prose', { label: 'Texte' }), typeOf('choice', 'choices', { label: 'Choix' })];
  await show(h(InnerRow, { editing: { session, text, open, types } as unknown as Editing, directive }));
  return { session, open };
}
const words = (): string => document.querySelector('.s-form-inner-words')?.textContent ?? '';

test.each([
  [':::choice{#c}\n\n \n- [x] Au four\n- [ ] Cru\n:::', 'Choix Au four'],
  [':::choice{#c}\n- [ ] Cru\n:::', 'Choix Cru'],
  [':::choice\n### Le pain\n- Cru\n:::', 'Choix Le pain'],
  [':::choice\nPain - [x] # cru\n:::', 'Choix Pain - [x] # cru'],
  [':::choice{title="Au four"}\nPain\n:::', 'Choix Au four'],
  [':::choice{title}\nPain\n:::', 'Choix Pain'],
  ['::figure{src=a.png caption="Un four"}', 'figure Un four'],
  ['::figure{alt="Un pain" caption="Un four"}', 'figure Un pain'],
  ['::figure{src=a.png}', 'figure '],
  [':::choice\n\n:::', 'Choix '],
])('%j is named', async (text, name) => {
  await shown(text);
  expect(words()).toBe(name);
  expect(page.names).toEqual([`Modifier ${name}`.trim(), `Retirer : ${name}`.trim()]);
});

test('buttons show what they do', async () => {
  await shown(':::choice\n- [x] Cuit\n:::\n');
  expect([icons(), looks()]).toEqual([
    ['pencil', 'x'],
    ['quiet form-named pencil', 'quiet only-icon x'],
  ]);
  expect(document.querySelector('.s-form-named .s-hidden')?.textContent).toBe(' Choix Cuit');
});

test('its own form is opened, and nothing changes', async () => {
  const { session, open } = await shown('Lisez.\n\n:::choice\n- [x] Cuit\n:::\n');
  await page.press('Modifier Choix Cuit');
  expect([open.mock.calls, session.canUndo]).toEqual([[[3]], false]);
});

test('it is removed with its lines', async () => {
  const { session, open } = await shown('Lisez.\n\n:::choice\n- [x] Cuit\n:::\nFin.\n');
  await page.press('Retirer : Choix Cuit');
  expect([session.text, open.mock.calls]).toEqual(['Lisez.\n\nFin.\n', []]);
});
