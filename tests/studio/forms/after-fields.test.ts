// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';
import { show } from '../../helpers/used-page.ts';

afterEach(() => show(null));

const TEXT = ':::choice{#a}\n- [x] Un\n\n:::after{when=right}\n\nBravo.\n\n:::\n:::\n';
const TYPES = [typeOf('choice', 'choices'), typeOf('callout', 'prose', { kind: 'block' })];
const opened = (text = TEXT): Promise<MountedForm> => mountedForm(text, TYPES);

test('its time and text are written where they are', async () => {
  const form = await opened();
  const when = document.querySelector<HTMLSelectElement>('[data-field="after-0-when"]');
  const area = document.querySelector<HTMLTextAreaElement>('[data-field="after-0"]');
  expect([when?.value, area?.value]).toEqual(['right', 'Bravo.']);
  when?.setAttribute('aria-label', 'when');
  area?.setAttribute('aria-label', 'text');
  await form.type('text', 'Oui.\n:::');
  await form.type('when', 'partly; wrong');
  expect(form.text).toBe(TEXT.replace('Bravo.', 'Oui.\n\\:::').replace('when=right', 'when="partly; wrong"'));
  await form.type('when', '');
  expect(form.text).toContain('\n:::after\n\nOui.');
});

test('one is added before the end, and removed with its lines', async () => {
  const form = await opened(':::choice{#a}\n- [x] Un\n:::\n');
  await form.press('Texte après la réponse');
  expect(form.text).toBe(':::choice{#a}\n- [x] Un\n\n:::after\nÉcrivez ici.\n:::\n:::\n');
  const area = form.field('after-0');
  expect([document.activeElement, area.selectionStart, area.selectionEnd]).toEqual([area, 0, 'Écrivez ici.'.length]);
  await form.press(form.names.find((name) => /^Retirer : (?!Réponse)/.test(name)) ?? '');
  expect(form.text).toBe(':::choice{#a}\n- [x] Un\n\n:::\n');
  expect(form.focused).toBe('Texte après la réponse');
});

test('an empty one has a field', async () => {
  const form = await opened(':::choice{#a}\n- [x] Un\n\n:::after\n:::\n:::\n');
  document.querySelector('[data-field="after-0"]')?.setAttribute('aria-label', 'text');
  await form.type('text', 'Oui.');
  expect(form.text).toBe(':::choice{#a}\n- [x] Un\n\n:::after\nOui.\n:::\n:::\n');
});

test('one of blank lines has its text at their start', async () => {
  const form = await opened(':::choice{#a}\n- [x] Un\n\n:::after\n\n\n:::\n:::\n');
  await form.fill('after-0', 'Oui.');
  expect(form.text).toBe(':::choice{#a}\n- [x] Un\n\n:::after\nOui.\n\n:::\n:::\n');
});

test('one without a body has a time and no field for a text', async () => {
  const form = await opened(':::choice{#a}\n- [x] Un\n\n::after{when=right}\n:::\n');
  expect(form.fields.filter((name) => name.startsWith('after'))).toEqual(['after-0-when']);
});

test('blocks are not answered', async () => {
  expect((await opened(':::callout\nUn.\n:::\n')).names).not.toContain('Texte après la réponse');
});

test('a text has the indent of its first line, and no blank lines around it', async () => {
  const text = ':::choice{#a}\n- [x] Un\n\n:::after\n\n \n  - Bravo.\n\n\n:::\n:::\n';
  const form = await opened(text);
  expect(form.field('after-0').value).toBe('  - Bravo.');
  await form.fill('after-0', 'Oui.');
  expect(form.text).toBe(text.replace('  - Bravo.', 'Oui.'));
});

test('times are one of five; another one stays as it is', async () => {
  const form = await opened(
    ':::choice{#a}\n:::after{when="partly ;wrong"}\nA\n:::\n:::after{when="right;partly;wrong"}\nB\n:::\n:::after\nC\n:::\n:::\n',
  );
  expect([0, 1, 2].map((index) => form.field(`after-${index}-when`).value)).toEqual(['partly; wrong', 'right; partly; wrong', '']);
  expect(form.options('after-0-when')).toEqual([
    ['', 'Dans tous les cas'],
    ['right', 'Si c’est juste'],
    ['partly', 'Si c’est juste en partie'],
    ['wrong', 'Si c’est faux'],
    ['partly; wrong', 'Si ce n’est pas tout à fait juste'],
  ]);
  await form.fill('after-2-when', 'wrong');
  await form.fill('after-0-when', 'right');
  expect(form.text).toContain(':::after{when=wrong}\nC');
  await form.press('Annuler');
  expect([0, 2].map((index) => form.field(`after-${index}-when`).value)).toEqual(['partly; wrong', 'wrong']);
  const names = form.names.filter((name) => name.startsWith('Retirer : Après'));
  expect(names).toEqual([1, 2, 3].map((number) => `Retirer : Après la réponse ${number}`));
  await form.press('Retirer : Après la réponse 2');
  expect(form.text).not.toContain('B');
  await form.click('after-add');
  expect(document.activeElement).toBe(form.field('after-2'));
});

test('an activity without a body has no texts after its answer', async () => {
  expect((await opened('::choice{#a}\n')).names).not.toContain('Texte après la réponse');
});

test('its fields, and what they are for, have words', async () => {
  const form = await opened();
  expect(document.querySelector(`label[for="${form.field('after-0').id}"]`)?.className).toBe('s-hidden');
  const first = form.names.indexOf('Réponse') + 1;
  expect([form.names.slice(first), [...document.querySelectorAll('legend, .s-form-hint')].map((one) => one.textContent?.trim())]).toEqual([
    ['Quand', 'Retirer : Après la réponse 1', 'Texte', 'Texte après la réponse'],
    [
      '',
      'Réponses Cochez la bonne. Deux coches : plusieurs bonnes réponses.',
      'Cochez la bonne. Deux coches : plusieurs bonnes réponses.',
      'Après la réponse Un texte qui paraît une fois la réponse donnée.',
      'Un texte qui paraît une fois la réponse donnée.',
      'Identifiant : a. Il relie les réponses déjà données, et ne change donc jamais.',
    ],
  ]);
});
