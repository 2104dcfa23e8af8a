// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { mountedForm, PATH } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const TEXT = `# Page {#p}

:::choice{#un}
Un ?

- [x] A
:::

:::unknown{#autre}
Texte.
:::

:::open-question{#deux}
Deux ?
:::
`;
const TYPES = [typeOf('choice', 'choices', { label: 'Choix' }), typeOf('open-question', 'fields', { label: 'Question ouverte' })];
const heading = (): string => document.querySelector('h2')?.textContent ?? '';

test('shows the directive of the line with its page and id', async () => {
  await mountedForm(TEXT, TYPES, 5);
  expect([heading(), document.querySelector('section')?.getAttribute('aria-label')]).toEqual(['Choix', 'Modifier : Choix']);
  expect(document.querySelector('header .s-form-hint')?.textContent).toBe('Page');
  expect(document.body.textContent).toContain('Identifiant : un.');
  expect(document.activeElement?.tagName).toBe('H2');
});

test('goes to the next and the one before, past what has no form, and not past the ends', async () => {
  const form = await mountedForm(TEXT, TYPES, 3);
  await form.press('Activité précédente');
  expect(heading()).toBe('Choix');
  await form.press('Activité suivante');
  expect([heading(), form.studio.cursor.value]).toEqual(['Question ouverte', { path: PATH, line: 13 }]);
  expect(document.activeElement?.tagName).toBe('H2');
  await form.press('Activité suivante');
  expect(heading()).toBe('Question ouverte');
  await form.press('Terminé');
  expect(form.done).toEqual([13]);
});

test('changes are undone and done again, by buttons and keys', async () => {
  const form = await mountedForm(TEXT, TYPES, 3);
  const changed = TEXT.replace('Un ?', 'Lequel ?');
  await form.press('Annuler');
  expect(form.text).toBe(TEXT);
  await form.type('Question', 'Lequel ?');
  await form.press('Annuler');
  expect(form.text).toBe(TEXT);
  await form.press('Rétablir');
  expect(form.text).toBe(changed);
  expect(await form.key('Question', 'z', { ctrlKey: true })).toBe(true);
  expect(form.text).toBe(TEXT);
  expect(await form.key('Question', 'Z', { metaKey: true, shiftKey: true })).toBe(true);
  expect(form.text).toBe(changed);
  expect(await form.key('Question', 'z')).toBe(false);
  expect(form.text).toBe(changed);
});

test('shows the problems of its lines only', async () => {
  const problem = { severity: 'error', code: 'x', column: 1, write: 'Corrigez.', values: {}, path: PATH } as const;
  const problems = [
    { ...problem, line: 3, problem: 'Premier.' },
    { ...problem, line: 7, problem: 'Dernier.' },
    { ...problem, line: 8, problem: 'Dehors.' },
    { ...problem, line: 2, problem: 'Avant.' },
    { ...problem, line: 4, problem: 'Ailleurs.', path: 'modules/a/2.md' },
  ];
  await mountedForm(TEXT, TYPES, 3, { problems: problems as never });
  const shown = [...document.querySelectorAll('.s-form-problems li')].map((one) => one.textContent?.trim());
  expect(shown).toEqual(['Premier. Corrigez.', 'Dernier. Corrigez.']);
});

test('a text that is changed elsewhere is shown, and a directive that is gone is said to be', async () => {
  const form = await mountedForm(TEXT, TYPES, 3);
  await form.type('Question', 'Lequel ?');
  await act(() => form.studio.edit(PATH, TEXT.replace('Un ?', 'Qui ?')));
  expect(form.value('Question')).toBe('Qui ?');
  await form.press('Annuler');
  expect(form.text).toBe(TEXT.replace('Un ?', 'Qui ?'));
  await act(() => form.studio.edit(PATH, '# Page {#p}\n'));
  expect(document.body.textContent).toContain('Cette activité n’est plus dans le texte.');
  await form.press('Terminé');
  expect(form.done).toEqual([3]);
});

test('a directive of no known type has all of its text in one field', async () => {
  const form = await mountedForm(TEXT, TYPES, 9);
  document.querySelector('textarea')?.setAttribute('aria-label', 'Tout le texte');
  await form.type('Tout le texte', 'Autre.\n\n# Titre');
  expect([heading(), form.text]).toEqual(['unknown', TEXT.replace('Texte.', 'Autre.\n\n\\# Titre')]);
});
