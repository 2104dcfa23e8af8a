// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';
import { show } from '../../helpers/used-page.ts';

afterEach(() => show(null));

const PAIRS = ':::matching{#m}\nAssociez.\n\n| Pain | Four |\n|---|---|\n| Baguette | Chaud |\n| Brioche | Doux |\n:::\n';
const TYPES = [typeOf('matching', 'pairs'), typeOf('table', 'table', { kind: 'block' }), typeOf('label-image', 'labels')];
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
  expect(await form.key('Four, Paire 1', 'Enter', { isComposing: true })).toBe(false);
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

test('titles have no example; other cells have that of their column; a part is named by its place if it has no title', async () => {
  const form = await opened(':::matching{#m}\n| Pain | |\n|---|---|\n| Mie | Doux |\n:::\n');
  expect(form.fields.filter((name) => name.startsWith('cell')).map((name) => [name, form.field(name).placeholder])).toEqual([
    ['cell-0-0', ''],
    ['cell-0-1', ''],
    ['cell-1-0', 'Pain'],
    ['cell-1-1', 'Colonne 2'],
  ]);
  expect(form.value('Colonne 2, Paire 1')).toBe('Doux');
  expect(document.querySelector('.s-form-body .s-form-pairs')?.tagName).toBe('UL');
  expect(document.body.textContent).toContain('Une ligne sans premier élément est un intrus.');
});

test('each cell is a step of its own to undo', async () => {
  const form = await opened();
  const values = { 'cell-0-0': 'Mie', 'cell-1-0': 'Un', 'cell-1-1': 'Deux', 'cell-2-0': 'Trois' };
  expect(await form.undone(values)).toEqual(Object.keys(values).map((name) => [name, true]));
});

test('a row that is too short has all its fields, and gets the cells that are typed', async () => {
  const form = await opened(PAIRS.replace('| Brioche | Doux |', '| Brioche |'));
  expect(form.field('cell-2-1').value).toBe('');
  await form.fill('cell-2-1', 'Tiède');
  expect(form.text).toBe(PAIRS.replace('Doux', 'Tiède'));
});

test('places of labels are numbers, their titles are not', async () => {
  const rows = '| Nom | x | y | Note |\n|---|---|---|---|\n| Mie | 10 | 20 | Là |\n';
  const form = await opened(`:::label-image{#l}\n${rows}:::\n`);
  const tags = form.fields.filter((name) => name.startsWith('cell')).map((name) => [name, form.field(name).tagName]);
  expect(tags.filter(([, tag]) => tag === 'INPUT')).toEqual([
    ['cell-1-1', 'INPUT'],
    ['cell-1-2', 'INPUT'],
  ]);
  expect([form.field('cell-1-1').inputMode, tags.length, form.names.includes('Colonne')]).toEqual(['decimal', 8, false]);
  await form.fill('cell-1-2', '30');
  expect(form.text).toContain('| Mie | 10 | 30 | Là |');
  await form.press('Retirer : Note');
  expect([form.text.includes('Note'), document.activeElement]).toEqual([false, form.field('cell-0-0')]);
});

test('after the first row has gone the focus is on the first title', async () => {
  const form = await opened();
  await form.press('Retirer : Paire 1');
  expect([form.text, form.focused]).toEqual([PAIRS.replace('| Baguette | Chaud |\n', ''), 'Colonne 1']);
  await form.press('Retirer : Paire 1');
  expect(form.text).toBe(':::matching{#m}\nAssociez.\n\n| Pain | Four |\n|---|---|\n:::\n');
  await form.click('row-add');
  expect([form.text.endsWith('|---|---|\n| | |\n:::\n'), form.focused]).toEqual([true, 'Pain, Paire 1']);
});

test('a table has one column at least and eight at most, without a hint', async () => {
  const form = await opened(':::table\n| Pain |\n|---|\n| Mie |\n:::\n');
  expect(form.names.filter((name) => name.startsWith('Retirer : '))).toEqual(['Retirer : Ligne 1']);
  for (let count = 1; count < 8; count += 1) await form.press('Colonne');
  expect([form.focused, form.names.includes('Colonne'), document.querySelectorAll('.s-form-body p.s-form-hint').length]).toEqual([
    'Colonne 8',
    false,
    0,
  ]);
  await form.type('Colonne 8', 'Fin');
  await form.press('Retirer : Colonne 2');
  expect([form.names.includes('Colonne'), form.value('Colonne 7')]).toEqual([true, 'Fin']);
});

test('everything in a table has a name', async () => {
  const form = await opened();
  expect([
    form.names.slice(form.names.indexOf('Terminé') + 1),
    [...document.querySelectorAll('legend, .s-form-hint')].map((one) => one.textContent?.trim()),
  ]).toEqual([
    [
      'Consigne',
      'Colonne 1',
      'Colonne 2',
      'Colonne',
      'Pain, Paire 1',
      'Four, Paire 1',
      'Monter : Paire 1',
      'Descendre : Paire 1',
      'Retirer : Paire 1',
      'Pain, Paire 2',
      'Four, Paire 2',
      'Monter : Paire 2',
      'Descendre : Paire 2',
      'Retirer : Paire 2',
      'Paire',
      'Texte après la réponse',
    ],
    [
      '',
      'Colonnes',
      'Une ligne sans premier élément est un intrus.',
      'Après la réponse Un texte qui paraît une fois la réponse donnée.',
      'Un texte qui paraît une fois la réponse donnée.',
      'Identifiant : m. Il relie les réponses déjà données, et ne change donc jamais.',
    ],
  ]);
});
