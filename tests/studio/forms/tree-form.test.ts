// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { icons } from '../../helpers/drawn.ts';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';
import { show } from '../../helpers/used-page.ts';

afterEach(() => show(null));

const MAP = ':::mind-map{#m}\nDessinez.\n\n- Pain\n  - Farine\n    - Blé\n      - Dur\n  - Eau\n:::\n';
const opened = (text = MAP): Promise<MountedForm> => mountedForm(text, [typeOf('mind-map', 'tree')]);

test('words of the centre and its branches are written where they are', async () => {
  const form = await opened();
  await form.type('Centre', '# Pain');
  await form.type('Branche 2', 'Eau froide');
  expect(form.text).toBe(MAP.replace('- Pain', '- \\# Pain').replace('Eau', 'Eau froide'));
});

test('each branch is a step of its own to undo; one is added below those of the branch beside it', async () => {
  const form = await opened();
  const values = { 'node-0': 'Mie', 'node-0-0': 'Son', 'node-0-1': 'Lait' };
  expect(await form.undone(values)).toEqual(Object.keys(values).map((name) => [name, true]));
  form.field('node-0-0').setAttribute('aria-label', 'first');
  await form.key('first', 'Enter');
  expect(form.text).toBe(MAP.replace('Dur\n', 'Dur\n  - \n'));
});

test('a map may have two centres', async () => {
  const form = await opened(':::mind-map{#m}\n- Pain\n- Four\n:::\n');
  expect(form.fields.filter((name) => /^node-\d+$/.test(name))).toEqual(['node-0', 'node-1']);
});

test('buttons show what they do', async () => {
  await opened(':::mind-map{#m}\n- Pain\n  - Farine\n:::\n');
  expect(icons(document.querySelector('.s-form-body'))).toEqual(['plus', 'plus', 'chevron-up', 'chevron-down', 'x', 'plus']);
});

test('a branch is added as the last one below, down to four levels', async () => {
  const form = await opened();
  await form.press('Ajouter une branche à « Pain »');
  expect(form.text).toBe(MAP.replace('  - Eau\n', '  - Eau\n  - \n'));
  expect(document.activeElement?.getAttribute('data-field')).toBe('node-0-2');
  await form.press('Annuler');
  await form.press('Ajouter une branche à « Eau »');
  expect(form.text).toBe(MAP.replace('  - Eau\n', '  - Eau\n    - \n'));
  expect(form.names).toContain('Ajouter une branche à « Blé »');
  expect(form.names).not.toContain('Ajouter une branche à « Dur »');
});

test('branches move and go with what is below them; the centre has no buttons for it', async () => {
  const form = await opened(MAP.replace('      - Dur\n', '').replace('    - Blé\n', ''));
  expect(form.names.filter((name) => name.startsWith('Retirer : '))).toEqual(['Retirer : Branche 1', 'Retirer : Branche 2']);
  await form.press('Descendre : Branche 1');
  expect(form.text).toContain('- Pain\n  - Eau\n  - Farine\n');
  expect(document.activeElement?.getAttribute('data-field')).toBe('node-0-1-down');
  await form.press('Retirer : Branche 1');
  expect(form.text).toContain('- Pain\n  - Farine\n:::');
  expect(document.activeElement?.getAttribute('data-field')).toBe('node-0');
});

test('keys add beside and move', async () => {
  const form = await opened();
  expect(await form.key('Branche 2', 'Enter')).toBe(true);
  expect(form.text).toBe(MAP.replace('  - Eau\n', '  - Eau\n  - \n'));
  expect(document.activeElement?.getAttribute('data-field')).toBe('node-0-2');
  await form.press('Annuler');
  expect(await form.key('Branche 2', 'ArrowUp', { altKey: true })).toBe(true);
  expect(form.text).toContain('- Pain\n  - Eau\n  - Farine\n    - Blé\n      - Dur\n:::');
  expect(await form.key('Centre', 'Enter')).toBe(false);
  expect(await form.key('Branche 2', 'Enter', { isComposing: true })).toBe(false);
});

test('each node has its name and example; numbers count within its branch', async () => {
  const form = await opened();
  expect(
    form.fields.filter((name) => name.startsWith('node')).map((name) => [name, form.field(name).value, form.field(name).placeholder]),
  ).toEqual([
    ['node-0', 'Pain', 'Centre'],
    ['node-0-0', 'Farine', 'Branche'],
    ['node-0-0-0', 'Blé', 'Branche'],
    ['node-0-0-0-0', 'Dur', 'Branche'],
    ['node-0-1', 'Eau', 'Branche'],
  ]);
  expect(form.names.filter((name) => name.startsWith('Branche'))).toEqual(['Branche 1', 'Branche 1', 'Branche 1', 'Branche 2']);
  expect(document.querySelectorAll('.s-form-tree')).toHaveLength(4);
  const off = (name: string): unknown => form.field(name).getAttribute('aria-disabled');
  expect(['node-0-0-up', 'node-0-0-down', 'node-0-1-up', 'node-0-1-down'].map(off)).toEqual(['true', null, null, 'true']);
});

test('the centre may have a heading sign; it and its branches may have other lines below', async () => {
  const form = await opened(MAP.replace('- Pain\n', '- \\# Pain\n\n  Du jour.\n'));
  expect([form.value('Centre'), form.field('node-0-rest').value]).toEqual(['# Pain', '  Du jour.']);
  await form.press('Ajouter une branche à « # Pain »');
  expect(document.activeElement).toBe(form.field('node-0-2'));
});

test('a branch further down moves, is removed and gets one beside it, with the focus', async () => {
  const text = MAP.replace('      - Dur\n', '').replace('    - Blé\n', '    - Blé\n    - Seigle\n');
  const form = await opened(text);
  await form.click('node-0-0-1-up');
  expect(form.text).toBe(text.replace('    - Blé\n    - Seigle\n', '    - Seigle\n    - Blé\n'));
  expect(document.activeElement).toBe(form.field('node-0-0-0-up'));
  await form.click('node-0-0-0-remove');
  expect(form.text).toBe(text.replace('    - Seigle\n', ''));
  expect(document.activeElement).toBe(form.field('node-0-0'));
  const press = async (name: string, key: string, more: KeyboardEventInit = {}): Promise<boolean> => {
    form.field(name).setAttribute('aria-label', name);
    return form.key(name, key, more);
  };
  expect(await press('node-0-0-0', 'Enter')).toBe(true);
  expect(form.text).toBe(text.replace('    - Seigle\n', '    - \n'));
  expect(document.activeElement).toBe(form.field('node-0-0-1'));
  expect(await press('node-0-0-1', 'ArrowUp', { altKey: true })).toBe(true);
  expect(document.activeElement).toBe(form.field('node-0-0-0'));
  expect(await press('node-0-0-0', 'ArrowUp', { altKey: true })).toBe(true);
  expect([await press('node-0-0-0', 'Enter', { shiftKey: true }), await press('node-0-0-0', 'a')]).toEqual([false, false]);
  expect(form.text).toBe(text.replace('    - Blé\n    - Seigle\n', '    - \n    - Blé\n'));
});

test('a branch is indented and marked as those beside it, else as the one above it', async () => {
  const form = await opened(':::mind-map{#m}\n* Pain\n    * Mie\n:::\n');
  await form.press('Ajouter une branche à « Pain »');
  expect(form.text).toBe(':::mind-map{#m}\n* Pain\n    * Mie\n    * \n:::\n');
  await form.press('Annuler');
  await form.press('Ajouter une branche à « Mie »');
  expect(form.text).toBe(':::mind-map{#m}\n* Pain\n    * Mie\n      * \n:::\n');
  await form.press('Annuler');
  await form.key('Branche 1', 'Enter');
  expect(form.text).toBe(':::mind-map{#m}\n* Pain\n    * Mie\n    * \n:::\n');
});

test('a branch has the mark of those beside it, where the one above has another', async () => {
  const form = await opened(':::mind-map{#m}\n* Pain\n  - Mie\n:::\n');
  await form.press('Ajouter une branche à « Pain »');
  expect(form.text).toBe(':::mind-map{#m}\n* Pain\n  - Mie\n  - \n:::\n');
});
