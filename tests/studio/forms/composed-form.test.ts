// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { skeletonOf } from '../../../build/studio/add/skeletons.ts';
import { language } from '../../../build/studio/strings.ts';
import { icons } from '../../helpers/drawn.ts';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => {
  render(null, document.body);
  language.value = 'fr';
});

const question = (id: string): string => `:::choice{#${id}}\n- [x] ${id}\n:::`;
const quiz = (...parts: readonly string[]): string => ['::::quiz{#q}', ...parts, '::::', ''].join('\n');
const THREE = quiz('Lisez.', '', 'Puis répondez.', '', question('mie'), question('pain'), '', question('four'));
const TYPES = [
  typeOf('quiz', 'composed', { contains: ['numeric', 'choice', 'order'] }),
  typeOf('choice', 'choices', { label: 'Choix' }),
  typeOf('numeric', 'mistakes', { label: 'Nombre' }),
];
const opened = (text = THREE, types = TYPES): Promise<MountedForm> => mountedForm(text, types);
const rows = (): string[] => [...document.querySelectorAll('.s-form-line')].map((row) => row.firstElementChild?.textContent ?? '');
/** Text of a question of a kind, with the ids that nothing has yet. */
const skeleton = (type: string, lang: 'fr' | 'en' = 'fr'): string => skeletonOf(type, lang);

test('the text above the questions is one field', async () => {
  const form = await opened();
  expect(form.value('Consigne')).toBe('Lisez.\n\nPuis répondez.');
  await form.fill('prompt', 'Tout :\n## Un');
  expect(form.text).toBe(THREE.replace('Lisez.\n\nPuis répondez.', 'Tout :\n\\## Un'));
});

test.each([
  ['without any text', quiz(question('mie')), quiz('Lisez.', question('mie'))],
  ['without questions', quiz('Tout.'), quiz('Lisez.')],
  ['without anything', quiz(), quiz('Lisez.')],
])('%s there is a field for it', async (_, before, after) => {
  const form = await opened(before);
  await form.fill('prompt', 'Lisez.');
  expect(form.text).toBe(after);
});

test('questions are numbered and change places; what is between them stays', async () => {
  const form = await opened();
  expect(rows()).toEqual(['1', '2', '3']);
  const off = (way: string): unknown[] => [0, 1, 2].map((place) => form.field(`question-${place}-${way}`).getAttribute('aria-disabled'));
  expect([off('up'), off('down')]).toEqual([
    ['true', null, null],
    [null, null, 'true'],
  ]);
  await form.press('Monter : Question 2');
  expect(form.text).toBe(quiz('Lisez.', '', 'Puis répondez.', '', question('pain'), question('mie'), '', question('four')));
  expect(form.focused).toBe('Monter : Question 1');
  await form.press('Descendre : Question 2');
  expect(form.text).toBe(quiz('Lisez.', '', 'Puis répondez.', '', question('pain'), question('four'), '', question('mie')));
  expect(form.focused).toBe('Descendre : Question 3');
});

test('a question is of a kind that a quiz may have, the first one at first', async () => {
  const form = await opened();
  expect([form.value('Sorte de question'), form.options('question-kind')]).toEqual([
    'numeric',
    [
      ['numeric', 'Nombre'],
      ['choice', 'Choix'],
      ['order', 'order'],
    ],
  ]);
  await form.type('Sorte de question', 'order');
  await form.press('Question');
  expect(form.text).toBe(THREE.replace(question('four'), `${question('four')}\n\n${skeleton('order')}`));
  expect(form.focused).toBe('Question');
});

test('a new question has an id that the project does not have, in the language of the page', async () => {
  language.value = 'en';
  const lines = skeleton('numeric', 'en');
  const [, id = ''] = /\{#([\w-]+)/.exec(lines) ?? [];
  const form = await opened(quiz(question(id)));
  await form.click('question-add');
  expect(form.text.startsWith(quiz(question(id)).replace('\n::::\n', '\n\n:::'))).toBe(true);
  expect(form.text.match(/\{#[\w-]+/g)).toEqual(['{#q', `{#${id}`, `{#${id}-2`]);
});

test.each([
  ['closed', quiz('Lisez.'), `::::quiz{#q}\nLisez.\n\n${skeleton('numeric')}\n::::\n`],
  ['empty', quiz(), `::::quiz{#q}\n\n${skeleton('numeric')}\n::::\n`],
  ['open up to the end', '::::quiz{#q}\nLisez.\n', `::::quiz{#q}\nLisez.\n\n${skeleton('numeric')}\n`],
  ['open up to its last word', '::::quiz{#q}\nLisez.', `::::quiz{#q}\nLisez.\n\n${skeleton('numeric')}\n`],
])('the first question of a quiz that is %s begins below a blank line', async (_, before, after) => {
  const form = await opened(before);
  await form.press('Question');
  expect(form.text).toBe(after);
});

test('a quiz of anything, or of nothing that is known, begins with a choice', async () => {
  const form = await opened(quiz(), [typeOf('quiz', 'composed', { contains: 'any' })]);
  expect(form.options('question-kind')).toEqual([['choice', 'choice']]);
  await form.press('Question');
  expect(form.text).toBe(`::::quiz{#q}\n\n${skeleton('choice')}\n::::\n`);
});

test('buttons show what they do', async () => {
  await opened();
  expect(icons()).toEqual([
    'chevron-left',
    'undo-2',
    'redo-2',
    'chevron-up',
    'chevron-down',
    'pencil',
    'x',
    'chevron-up',
    'chevron-down',
    'pencil',
    'x',
    'chevron-up',
    'chevron-down',
    'pencil',
    'x',
    'chevron-up',
    'chevron-down',
    'plus',
    'plus',
  ]);
});

test('each question has a form of its own', async () => {
  const form = await opened();
  await form.press('Modifier Choix pain');
  expect([document.querySelector('h2')?.textContent, form.studio.cursor.value?.line]).toEqual(['Choix', 9]);
});

test('the questions have a title, and everything has a name', async () => {
  const form = await opened();
  expect([
    form.names.slice(form.names.indexOf('Terminé') + 1),
    [...document.querySelectorAll('legend, .s-form-hint')].map((one) => one.textContent?.trim()),
  ]).toEqual([
    [
      'Consigne',
      'Modifier Choix mie',
      'Retirer : Choix mie',
      'Monter : Question 1',
      'Descendre : Question 1',
      'Modifier Choix pain',
      'Retirer : Choix pain',
      'Monter : Question 2',
      'Descendre : Question 2',
      'Modifier Choix four',
      'Retirer : Choix four',
      'Monter : Question 3',
      'Descendre : Question 3',
      'Sorte de question',
      'Question',
      'Texte après la réponse',
    ],
    [
      '',
      'Questions',
      'Après la réponse Un texte qui paraît une fois la réponse donnée.',
      'Un texte qui paraît une fois la réponse donnée.',
      'Identifiant : q. Il relie les réponses déjà données, et ne change donc jamais.',
    ],
  ]);
});
