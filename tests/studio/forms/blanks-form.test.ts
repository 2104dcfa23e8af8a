// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const CLOZE = ':::cloze{#c}\nLa [[pâte / masse]] repose une [[heure]].\n:::\n';
const opened = (text = CLOZE): Promise<MountedForm> => mountedForm(text, [typeOf('cloze', 'blanks'), typeOf('mark-text', 'passages')]);

/** Selects a word of the text and presses the button for a blank. */
async function mark(form: MountedForm, words: string): Promise<void> {
  const area = document.querySelector('textarea');
  const from = area?.value.indexOf(words) ?? -1;
  await act(() => area?.setSelectionRange(from, from + words.length));
  await form.press('Faire un trou de la sélection');
}

test('answers of a blank are written in its brackets, without brackets', async () => {
  const form = await opened();
  expect([form.value('Trou 1'), form.value('Trou 2')]).toEqual(['pâte / masse', 'heure']);
  await form.type('Trou 2', 'nuit [froide]');
  expect(form.text).toBe(CLOZE.replace('heure', 'nuit froide'));
  await form.type('Trou 1', '');
  expect(form.text).toBe(CLOZE.replace('heure', 'nuit froide').replace('pâte / masse', ''));
});

test('a blank becomes its first answer', async () => {
  const form = await opened();
  await form.press('Ne plus marquer : Trou 1');
  expect(form.text).toBe(CLOZE.replace('[[pâte / masse]]', 'pâte'));
});

test('selected words become a blank; blank space, a blank and nothing do not', async () => {
  const form = await opened();
  await mark(form, ' repose ');
  expect(form.text).toBe(CLOZE.replace('repose', '[[repose]]'));
  for (const words of ['[[repose]]', ' une'.slice(0, 1), '']) await mark(form, words);
  expect(form.text).toBe(CLOZE.replace('repose', '[[repose]]'));
});
