// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const MAP = ':::mind-map{#m}\nDessinez.\n\n- Pain\n  - Farine\n    - Blé\n      - Dur\n  - Eau\n:::\n';
const opened = (text = MAP): Promise<MountedForm> => mountedForm(text, [typeOf('mind-map', 'tree')]);

test('words of the centre and its branches are written where they are', async () => {
  const form = await opened();
  await form.type('Centre', '# Pain');
  await form.type('Branche 2', 'Eau froide');
  expect(form.text).toBe(MAP.replace('- Pain', '- \\# Pain').replace('Eau', 'Eau froide'));
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
});
