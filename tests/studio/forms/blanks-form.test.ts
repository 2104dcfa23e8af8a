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

test('an empty blank is one, and brackets without an end are none', async () => {
  const form = await opened(':::cloze{#c}\nLa [[]] repose [[une\nheure.\n:::\n');
  expect(form.fields.filter((name) => name.startsWith('blank-'))).toEqual(['blank-1']);
  await form.type('Trou 1', 'pâte');
  expect(form.text).toContain('La [[pâte]] repose [[une\n');
});

test('what stays the same is no change', async () => {
  const form = await opened();
  await form.type('Trou 2', 'heure[');
  expect([form.text, form.named('Annuler').getAttribute('aria-disabled')]).toEqual([CLOZE, 'true']);
});

test('blanks are numbered on from text to text; what is between them has a row', async () => {
  const text = ':::cloze{#c}\nUn [[pain]].\n::quote\nUne [[mie]] et du [[sel]].\n::quote\nPuis [[eau]].\n:::\n';
  const form = await opened(text);
  const kept = form.fields.filter((name) => name.startsWith('blank')).map((name) => [name, form.field(name).value]);
  expect(kept).toEqual([
    ['blanks-0', 'Un [[pain]].'],
    ['blank-1', 'pain'],
    ['blanks-2', 'Une [[mie]] et du [[sel]].'],
    ['blank-2', 'mie'],
    ['blank-3', 'sel'],
    ['blanks-4', 'Puis [[eau]].'],
    ['blank-4', 'eau'],
  ]);
  expect([...document.querySelectorAll('.s-form-number')].map((one) => one.textContent)).toEqual(['1', '2', '3', '4']);
  expect(document.querySelectorAll('.s-form-inner')).toHaveLength(2);
  await form.press('Ne plus marquer : Trou 3');
  expect([form.text, document.activeElement]).toEqual([text.replace('[[sel]]', 'sel'), form.field('blanks-0')]);
});

test('a text may have headings, and has a field where there is none yet', async () => {
  const form = await opened(':::cloze{#c}\n::quote\n:::\n');
  expect(form.fields.filter((name) => name.startsWith('blank'))).toEqual(['blanks-0']);
  expect(document.querySelectorAll('.s-form-inner')).toHaveLength(1);
  await form.fill('blanks-0', '## Le [[pain]]');
  expect(form.text).toBe(':::cloze{#c}\n## Le [[pain]]\n\n::quote\n:::\n');
});

test.each([
  ['cloze', 'Trou', 'Trous Plusieurs réponses acceptées : séparez-les par « / ».', 'Un mot', 'Faire un trou de la sélection'],
  ['mark-text', 'Passage', 'Passages à trouver', 'Un passage', 'Marquer la sélection'],
])('%s has its own words', async (name, part, title, hint, button) => {
  const form = await opened(`:::${name}{#c}\nLe [[pain]].\n:::\n`);
  expect(form.names.slice(-4, -1)).toEqual([button, `${part} 1`, `Ne plus marquer : ${part} 1`]);
  expect(document.querySelector('legend')?.textContent?.trim()).toBe(title);
  expect(document.querySelector('.s-form-part > .s-form-field .s-form-hint')?.textContent).toBe(
    `${hint} entre [[doubles crochets]] est ${name === 'cloze' ? 'un trou' : 'à trouver'}.`,
  );
});

test('pressing the button for a blank leaves the selection in its field', async () => {
  const form = await opened();
  const event = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  form.named('Faire un trou de la sélection').dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  await mark(form, 'repose');
  expect(document.activeElement).toBe(form.field('blanks-0'));
});

test('a blank is made in the text beside its button, also of its first word', async () => {
  const text = ':::cloze{#c}\nUn [[pain]].\n\n::quote\n\nLa mie.\n:::\n';
  const form = await opened(text);
  const area = form.field('blanks-2');
  area.setSelectionRange(0, 2);
  await act(() => [...document.querySelectorAll<HTMLElement>('.s-form-part > button')].at(-1)?.click());
  expect([form.text, document.activeElement]).toEqual([text.replace('La mie', '[[La]] mie'), form.field('blanks-2')]);
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
  for (const words of ['[[repose]]', 'une [', 'e]', ' une'.slice(0, 1), '']) await mark(form, words);
  expect(form.text).toBe(CLOZE.replace('repose', '[[repose]]'));
});

test('a blank of a text with a heading and an escape is where it was selected', async () => {
  const text = ':::cloze{#c}\n## Le four\n\\# Un pain\n:::\n';
  const form = await opened(text);
  await mark(form, 'pain');
  expect(form.text).toBe(text.replace('pain', '[[pain]]'));
});

const NAMED: Readonly<Record<string, readonly unknown[]>> = {
  cloze: [
    ['Texte', 'Faire un trou de la sélection', 'Trou 1', 'Ne plus marquer : Trou 1', 'Texte après la réponse'],
    [
      '',
      'Un mot entre [[doubles crochets]] est un trou.',
      'Trous Plusieurs réponses acceptées : séparez-les par « / ».',
      'Plusieurs réponses acceptées : séparez-les par « / ».',
      'Après la réponse Un texte qui paraît une fois la réponse donnée.',
      'Un texte qui paraît une fois la réponse donnée.',
      'Identifiant : c. Il relie les réponses déjà données, et ne change donc jamais.',
    ],
  ],
  'mark-text': [
    ['Texte', 'Marquer la sélection', 'Passage 1', 'Ne plus marquer : Passage 1', 'Texte après la réponse'],
    [
      '',
      'Un passage entre [[doubles crochets]] est à trouver.',
      'Passages à trouver',
      'Après la réponse Un texte qui paraît une fois la réponse donnée.',
      'Un texte qui paraît une fois la réponse donnée.',
      'Identifiant : c. Il relie les réponses déjà données, et ne change donc jamais.',
    ],
  ],
};

test.each(['cloze', 'mark-text'])('the fields of a %s, and what they are for, have words', async (type) => {
  const form = await opened(`:::${type}{#c}\nLe [[pain]].\n:::\n`);
  expect([
    form.names.slice(form.names.indexOf('Terminé') + 1),
    [...document.querySelectorAll('legend, .s-form-hint')].map((one) => one.textContent?.trim()),
  ]).toEqual(NAMED[type]);
});
