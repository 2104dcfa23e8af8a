// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { FormPane } from '../../../build/studio/forms/form-pane.tsx';
import { icons } from '../../helpers/drawn.ts';
import { mountedForm, PATH } from '../../helpers/mounted-form.ts';
import { openedStudio, typeOf } from '../../helpers/opened-studio.ts';
import { show } from '../../helpers/used-page.ts';

afterEach(() => show(null));

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

test('buttons show what they do', async () => {
  await mountedForm(TEXT, TYPES, 5);
  expect(icons(document.querySelector('header'))).toEqual(['chevron-left', 'undo-2', 'redo-2', 'chevron-up', 'chevron-down']);
});

test('goes to the next and the one before, past what has no form, and not past the ends', async () => {
  const form = await mountedForm(TEXT, TYPES, 3);
  await form.press('Activité précédente');
  expect(heading()).toBe('Choix');
  expect(form.field('redo').getAttribute('aria-label')).toBe('Rétablir');
  await form.press('Activité suivante');
  expect([heading(), form.studio.cursor.value]).toEqual(['Question ouverte', { path: PATH, line: 13 }]);
  expect(document.activeElement?.tagName).toBe('H2');
  await form.press('Activité suivante');
  expect(heading()).toBe('Question ouverte');
  await form.press('Terminé');
  expect(form.done).toEqual([13]);
});

test('what is typed in one activity is not shown in the next, though both have the same words', async () => {
  const form = await mountedForm(TEXT.replace('Deux ?', 'Un ?').replace('open-question', 'choice'), TYPES, 3);
  await form.type('Question', 'Un ? ');
  await form.press('Activité suivante');
  expect([form.studio.cursor.value?.line, form.value('Question')]).toEqual([13, 'Un ?']);
});

test('from a directive of no known type, those around it are the next and the one before', async () => {
  const form = await mountedForm(TEXT, TYPES, 9);
  await form.press('Activité suivante');
  expect(heading()).toBe('Question ouverte');
  await show(h(FormPane, { studio: form.studio, path: PATH, line: 10, onDone: () => {} }));
  expect(heading()).toBe('unknown');
  await form.press('Activité précédente');
  expect(heading()).toBe('Choix');
});

test('the title of the page comes first, then the parts of the form in a fixed order', async () => {
  const facts = (name: string, isCommon: boolean) => ({ name, kind: 'text', values: [], fallback: '', isCommon }) as const;
  const attributes = [facts('points', true), facts('alt', false)];
  const text = `${TEXT}\n# Suite {#s}\n\n:::choice{#trois src=assets/four.png}\n- [x] A\n\n:::after\nBravo.\n:::\n:::\n`;
  const types = [typeOf('choice', 'choices', { attributes })];
  const form = await mountedForm(text, types, 19, {}, { 'modules/a/assets/four.png': 'x' });
  expect(document.querySelector('header .s-form-hint')?.textContent).toBe('Suite');
  const parts = [...document.querySelectorAll<HTMLElement>('.s-form-body :is([data-field], img)')];
  expect(parts.map(({ dataset, tagName }) => dataset.field ?? tagName)).toEqual([
    'prompt',
    'list-0-tick',
    'list-0',
    ...['up', 'down', 'remove'].map((one) => `list-0-${one}`),
    'list-0-feedback',
    'list-add',
    'IMG',
    'attr-alt',
    'after-0-when',
    'after-0',
    'after-add',
    'attr-points',
  ]);
  expect(await form.undone({ 'list-0': 'B', 'attr-alt': 'Un four', 'attr-points': '3' })).toEqual([
    ['list-0', true],
    ['attr-alt', true],
    ['attr-points', true],
  ]);
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
  for (const [key, more] of [
    ['z', {}],
    ['a', { ctrlKey: true }],
    ['y', { metaKey: true }],
  ] as const) {
    expect(await form.key('Question', key, more)).toBe(false);
  }
  expect(form.text).toBe(changed);
});

test('buttons that can do nothing are off', async () => {
  const form = await mountedForm(TEXT, TYPES, 3);
  const names = ['Annuler', 'Rétablir', 'Activité précédente', 'Activité suivante'];
  const off = (): unknown[] => names.map((name) => form.named(name).getAttribute('aria-disabled'));
  expect(off()).toEqual(['true', 'true', 'true', null]);
  await form.type('Question', 'Lequel ?');
  expect(off()).toEqual([null, 'true', 'true', null]);
  await form.press('Annuler');
  expect(off()).toEqual(['true', null, 'true', null]);
  await form.press('Activité suivante');
  expect(off()).toEqual(['true', null, null, 'true']);
  await form.press('Activité précédente');
  expect([heading(), document.activeElement?.tagName, form.studio.cursor.value?.line]).toEqual(['Choix', 'H2', 3]);
});

test('another line that the author goes to is shown, and its heading has the focus', async () => {
  const form = await mountedForm(TEXT, TYPES, 3);
  await form.type('Question', 'Lequel ?');
  form.named('Question').focus();
  await show(h(FormPane, { studio: form.studio, path: PATH, line: 13, onDone: () => {} }));
  expect([heading(), document.activeElement?.tagName]).toEqual(['Question ouverte', 'H2']);
  await form.press('Annuler');
  expect(form.text).toBe(TEXT);
});

test('another text that the author goes to is shown from the same line on', async () => {
  const other = 'modules/a/2.md';
  const form = await mountedForm(TEXT, TYPES, 3, {}, { [other]: TEXT.replace('Un ?', 'Autre ?') });
  form.named('Question').focus();
  await show(h(FormPane, { studio: form.studio, path: other, line: 3, onDone: () => {} }));
  expect([form.value('Question'), document.activeElement?.tagName]).toEqual(['Autre ?', 'H2']);
});

test('the heading has the focus before the types are known, and the form is there once they are', async () => {
  const studio = await openedStudio({ [PATH]: TEXT }, { types: TYPES });
  let known = (_: typeof TYPES): void => {};
  vi.spyOn(studio, 'types').mockReturnValue(new Promise((resolve) => (known = resolve)));
  await show(h(FormPane, { studio, path: PATH, line: 3, onDone: () => {} }));
  expect([heading(), document.activeElement?.tagName, document.querySelectorAll('fieldset').length]).toEqual(['choice', 'H2', 0]);
  await act(async () => known(TYPES));
  expect([heading(), document.querySelector('legend')?.textContent?.startsWith('Réponses')]).toEqual(['Choix', true]);
});

test('a directive without an id or a page has none in its form', async () => {
  await mountedForm(':::choice\n- [x] Un\n:::\n', TYPES);
  expect([document.querySelector('header .s-form-hint')?.textContent, document.body.textContent?.includes('Identifiant')]).toEqual([
    '',
    false,
  ]);
  expect(document.querySelector('.s-form-problems')).toBeNull();
});

test('shows the problems of its lines only', async () => {
  const problem = { severity: 'error', code: 'x', column: 1, write: 'Corrigez.', values: {}, path: PATH } as const;
  const problems = [
    { ...problem, line: 3, problem: 'Premier.' },
    { ...problem, line: 7, problem: 'Dernier.', severity: 'warning' },
    { ...problem, line: 8, problem: 'Dehors.' },
    { ...problem, line: 2, problem: 'Avant.' },
    { ...problem, line: 4, problem: 'Ailleurs.', path: 'modules/a/2.md' },
  ];
  await mountedForm(TEXT, TYPES, 3, { problems: problems as never });
  const shown = [...document.querySelectorAll('.s-form-problems li')].map((one) => one.textContent?.trim());
  expect(shown).toEqual(['Premier. Corrigez.', 'Dernier. Corrigez.']);
  expect(document.querySelector('ul')?.getAttribute('aria-label')).toBe('À corriger');
  expect([...document.querySelectorAll('.s-form-problems li')].map((one) => one.className)).toEqual(['s-form-error', 's-form-warning']);
});

test('a text that is changed elsewhere is shown, and a directive that is gone is reported', async () => {
  const form = await mountedForm(TEXT, TYPES, 3);
  await form.type('Question', 'Lequel ?');
  await act(() => form.studio.edit(PATH, TEXT.replace('Un ?', 'Qui ?')));
  expect(form.value('Question')).toBe('Qui ?');
  await form.press('Annuler');
  expect(form.text).toBe(TEXT.replace('Un ?', 'Qui ?'));
  await form.press('Activité suivante');
  await act(() => form.studio.edit(PATH, '# Page {#p}\n'));
  expect(document.body.textContent).toContain('Cette activité n’est plus dans le texte.');
  await form.press('Terminé');
  expect(form.done).toEqual([13]);
});

test('a directive of no known type has all of its text in one field', async () => {
  const form = await mountedForm(TEXT, TYPES, 9);
  document.querySelector('textarea')?.setAttribute('aria-label', 'Tout le texte');
  await form.type('Tout le texte', 'Autre.\n\n# Titre');
  expect(document.querySelector('section')?.getAttribute('aria-label')).toBe('Modifier : unknown');
  expect([heading(), form.text]).toEqual(['unknown', TEXT.replace('Texte.', 'Autre.\n\n\\# Titre')]);
});
