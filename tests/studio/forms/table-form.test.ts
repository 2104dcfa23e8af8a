// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const PAIRS = ':::matching{#m}\nAssociez.\n\n| Pain | Four |\n|---|---|\n| Baguette | Chaud |\n| Brioche | Doux |\n:::\n';
const TYPES = [typeOf('matching', 'pairs'), typeOf('table', 'table', { kind: 'block' })];
const opened = (text = PAIRS): Promise<MountedForm> => mountedForm(text, TYPES);

test('cells are named by their column and row, and written one by one', async () => {
  const form = await opened();
  expect(['Colonne 1', 'Pain, Paire 1', 'Four, Paire 2'].map((name) => form.value(name))).toEqual(['Pain', 'Baguette', 'Doux']);
  await form.type('Four, Paire 1', 'Très | chaud');
  expect(form.text).toBe(PAIRS.replace('Chaud', 'Très \\| chaud'));
  await form.type('Colonne 2', 'Feu');
  expect(form.text).toContain('| Pain | Feu |');
});

test('rows are added, moved and removed', async () => {
  const form = await opened();
  await form.press('Paire');
  expect([form.text, form.focused]).toEqual([PAIRS.replace('Doux |\n', 'Doux |\n| | |\n'), 'Pain, Paire 3']);
  await form.press('Retirer : Paire 3');
  expect([form.text, form.focused]).toEqual([PAIRS, 'Pain, Paire 2']);
  await form.press('Descendre : Paire 1');
  const moved = PAIRS.replace('| Baguette | Chaud |\n| Brioche | Doux |', '| Brioche | Doux |\n| Baguette | Chaud |');
  expect([form.text, form.focused]).toEqual([moved, 'Descendre : Paire 2']);
  await form.press('Monter : Paire 2');
  expect([form.text, form.focused]).toEqual([PAIRS, 'Monter : Paire 1']);
});

test('keys add and move rows; the head stays where it is', async () => {
  const form = await opened();
  expect(await form.key('Four, Paire 1', 'Enter')).toBe(true);
  expect([form.text, form.focused]).toEqual([PAIRS.replace('Chaud |\n', 'Chaud |\n| | |\n'), 'Pain, Paire 2']);
  await form.press('Annuler');
  expect(await form.key('Four, Paire 2', 'ArrowUp', { altKey: true })).toBe(true);
  expect(form.focused).toBe('Four, Paire 1');
  await form.press('Annuler');
  expect(await form.key('Four, Paire 1', 'ArrowUp', { altKey: true })).toBe(false);
  expect(await form.key('Four, Paire 2', 'ArrowDown', { altKey: true })).toBe(false);
  expect(await form.key('Four, Paire 1', 'Enter', { shiftKey: true })).toBe(false);
  expect(await form.key('Colonne 1', 'ArrowDown', { altKey: true })).toBe(false);
  expect(form.text).toBe(PAIRS);
  expect(await form.key('Colonne 1', 'Enter')).toBe(true);
  expect(form.text).toBe(PAIRS.replace('|---|---|\n', '|---|---|\n| | |\n'));
});

test('columns are added up to the most that a type has, and only those beyond what it needs are removed', async () => {
  const form = await opened();
  expect(form.names.filter((name) => name.startsWith('Retirer : Pain') || name.startsWith('Retirer : Four'))).toEqual([]);
  await form.press('Colonne');
  expect([form.focused, form.names.includes('Colonne')]).toEqual(['Colonne 3', false]);
  await form.type('Colonne 3', 'Temps');
  expect(form.text).toContain('| Pain | Four | Temps |\n|---|---| --- |\n| Baguette | Chaud | |\n');
  await form.press('Retirer : Temps');
  expect(form.text).toBe(PAIRS);
});
