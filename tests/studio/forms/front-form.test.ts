// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { FrontForm } from '../../../build/studio/forms/front-form.tsx';
import { MountedForm, PATH } from '../../helpers/mounted-form.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const TEXT =
  '---\nid: pain\ntitle: Séance 1 : Le pain # titre\nduration: 20min\ncompetencies: [c1]\naims:\n  - pétrir\n  - { text: cuire, icon: sun }\n---\n\n# Page {#p}\n';
const course = {
  competencies: [
    { id: 'c1', title: 'Pétrir' },
    { id: 'c2', title: 'Cuire' },
  ],
  people: [{ id: 'ada', name: 'Ada' }],
  sessions: [],
};

async function opened(text = TEXT, read: unknown = course): Promise<MountedForm> {
  const studio = await openedStudio({ [PATH]: text }, { checked: { course: read as never } });
  const form = new MountedForm(studio);
  await act(() => render(h(FrontForm, { studio, path: PATH, onDone: () => form.done.push(0) }), document.body));
  return form;
}

const END = 'cuire, icon: sun }\n';
const withEnd = (lines: string): string => TEXT.replace(END, `${END}${lines}`);

test('a title with a colon is shown and changed', async () => {
  const form = await opened();
  expect(form.value('Titre')).toBe('Séance 1 : Le pain');
  await form.fill('front-title', ' La \n pâte\nlevée ');
  expect(form.text).toBe(TEXT.replace('Séance 1 : Le pain', 'La pâte levée'));
  await form.fill('front-title', ' ');
  expect(form.text).toBe(TEXT.replace('Séance 1 : Le pain', 'La pâte levée'));
});

test.each([
  ['duration', '35', 'duration: 20min', 'duration: 35min'],
  ['duration', '', 'duration: 20min\n', ''],
  ['lead', ' Un\ndeux\ntrois ', 'cuire, icon: sun }\n', 'cuire, icon: sun }\nlead: Un deux trois\n'],
  ['pass', '60', 'cuire, icon: sun }\n', 'cuire, icon: sun }\npass: 60\n'],
  ['pass', '62,5', 'cuire, icon: sun }\n', 'cuire, icon: sun }\npass: 62.5\n'],
  ['pace', 'page', 'cuire, icon: sun }\n', 'cuire, icon: sun }\npace: page\n'],
  ['completion', 'visited', 'cuire, icon: sun }\n', 'cuire, icon: sun }\ncompletion: visited\n'],
  ['on-fail', 'failed', 'cuire, icon: sun }\n', 'cuire, icon: sun }\non-fail: failed\n'],
  ['on-fail', 'incomplete', '', ''],
  ['duration', ' 15 ', 'duration: 20min', 'duration: 15min'],
  ['pass', 'beaucoup', 'cuire, icon: sun }\n', 'cuire, icon: sun }\npass: beaucoup\n'],
  ['pass', ' ', '', ''],
  ['aim-0', 'façonner \n et\nbouler', '- pétrir', '- façonner et bouler'],
  ['aim-0', 'façonner', '- pétrir', '- façonner'],
  ['aim-1', 'cuire, servir', 'text: cuire,', 'text: "cuire, servir",'],
])('%s becomes %j', async (name, value, before, after) => {
  const form = await opened();
  await form.fill(name, value);
  expect(form.text).toBe(TEXT.replace(before, after));
});

test('boxes are written as lists or as true', async () => {
  const form = await opened();
  await form.press('Cuire');
  await form.press('Ada');
  expect(form.text).toBe(TEXT.replace('[c1]', '[c1, c2]').replace('sun }\n', 'sun }\npeople: [ada]\n'));
  await form.press('Ada');
  await form.press('Cuire');
  await form.press('Pétrir');
  expect(form.text).toBe(TEXT.replace('competencies: [c1]\n', ''));
  expect(document.body.textContent).not.toContain('erreur');
});

test('fields show what is written, or what is usual', async () => {
  const form = await opened();
  expect(
    form.fields.map((name) => [name, form.field(name).value]).filter(([name]) => !/^(?:people|competencies)/.test(name ?? '')),
  ).toEqual([
    ['front-title', 'Séance 1 : Le pain'],
    ['lead', ''],
    ['duration', '20'],
    ['pace', ''],
    ['cover', ''],
    ['aim-0', 'pétrir'],
    ['aim-1', 'cuire'],
    ['completion', 'activities'],
    ['pass', ''],
    ['on-fail', 'incomplete'],
    ['certificate', 'on'],
  ]);
  const options = ['pace', 'completion', 'on-fail'].map((name) => form.options(name));
  expect(options).toEqual([
    [
      ['', 'Comme le cours'],
      ['steps', 'Étape par étape'],
      ['page', 'Page entière'],
    ],
    [
      ['activities', 'toutes les activités sont faites'],
      ['visited', 'toutes les pages sont vues'],
      ['score', 'le score est atteint'],
      ['visited+score', 'les pages sont vues et le score atteint'],
    ],
    [
      ['incomplete', 'la séance reste à finir'],
      ['failed', 'la séance est échouée'],
    ],
  ]);
  const ticked = ['competencies-c1', 'competencies-c2', 'people-ada', 'certificate'].map((name) => form.field(name).checked);
  expect([ticked, ['duration', 'pass', 'lead'].map((name) => form.field(name).inputMode)]).toEqual([
    [true, false, false, false],
    ['decimal', 'decimal', ''],
  ]);
  const titles = [...document.querySelectorAll('legend')].map((one) => one.firstChild?.textContent?.trim());
  expect(titles).toEqual(['Couverture', 'Objectifs', 'Compétences', 'Achèvement', 'Personnages de la séance']);
});

test('what is written is shown, and the usual is written where something else was', async () => {
  const lines = 'duration: 45 min\npace: page\ncompletion: score\non-fail: failed\ncertificate: true\npass: 60\n';
  const form = await opened(withEnd(lines).replace('duration: 20min\n', ''));
  const values = ['duration', 'pace', 'completion', 'on-fail', 'pass'].map((name) => form.field(name).value);
  expect([values, form.field('certificate').checked]).toEqual([['45', 'page', 'score', 'failed', '60'], true]);
  await form.fill('on-fail', 'incomplete');
  await form.fill('pace', '');
  await form.fill('pass', '');
  await form.press('Attestation à la fin');
  expect(form.text).toBe(withEnd('duration: 45 min\ncompletion: score\non-fail: incomplete\n').replace('duration: 20min\n', ''));
  await form.press('Attestation à la fin');
  expect(form.text).toContain('\ncertificate: true\n');
});

test('each field is a step of its own to undo, and another session has its own', async () => {
  const form = await opened();
  const values = { 'front-title': 'Le four', lead: 'Lisez.', duration: '5', 'aim-0': 'façonner', 'aim-1': 'bouler', pass: '50' };
  expect(await form.undone(values)).toEqual(Object.keys(values).map((name) => [name, true]));
  await act(() => form.studio.edit('modules/a/2.md', TEXT.replace('20min', '30min')));
  await act(() => render(h(FrontForm, { studio: form.studio, path: 'modules/a/2.md', onDone: () => {} }), document.body));
  expect(form.field('duration').value).toBe('30');
});

test('the cover is a picture of the course, and the lead is shown', async () => {
  const studio = await openedStudio(
    { [PATH]: withEnd('lead: Au four.\n'), 'modules/a/assets/four.png': 'x' },
    { checked: { course: null } },
  );
  const form = new MountedForm(studio);
  await act(() => render(h(FrontForm, { studio, path: PATH, onDone: () => {} }), document.body));
  await form.fill('cover', 'assets/four.png');
  expect([form.field('lead').value, form.field('cover').value]).toEqual(['Au four.', 'assets/four.png']);
  expect(form.text).toBe(withEnd('lead: Au four.\ncover: assets/four.png\n'));
});

test('aims are added and removed with the focus, and changes are undone', async () => {
  const form = await opened();
  expect(form.named('Annuler').getAttribute('aria-disabled')).toBe('true');
  await form.click('aim-add');
  expect(form.text).toBe(withEnd('  - expliquer ce que vous avez appris\n'));
  expect(document.activeElement).toBe(form.field('aim-2'));
  expect([form.field('aim-2').selectionStart, form.field('aim-2').selectionEnd]).toEqual([0, form.field('aim-2').value.length]);
  expect(form.names.filter((name) => name.includes('Objectif'))).toEqual([
    ...[1, 2, 3].flatMap((number) => [`Objectif ${number}`, `Retirer : Objectif ${number}`]),
    'Objectif',
  ]);
  await form.press('Retirer : Objectif 3');
  expect([form.text, form.focused]).toEqual([TEXT, 'Objectif 2']);
  await form.press('Retirer : Objectif 2');
  expect(form.focused).toBe('Objectif 1');
  await form.press('Annuler');
  await form.press('Annuler');
  await form.press('Annuler');
  expect(form.text).toBe(TEXT);
  await form.press('Retirer : Objectif 1');
  expect([form.text, form.focused]).toEqual([TEXT.replace('  - pétrir\n', ''), 'Objectif']);
  await form.press('Terminé');
  expect(form.done).toEqual([0]);
});

test.each([
  [7, true],
  [8, false],
])('with %i aims another one is offered: %s', async (count, isOffered) => {
  const form = await opened(`---\nid: pain\naims: [${Array(count).fill('pétrir').join(', ')}]\n---\n`);
  expect(form.names.includes('Objectif')).toBe(isOffered);
});

test('the heading has the focus, and what something else writes is shown', async () => {
  const form = await opened();
  expect([document.activeElement?.textContent, document.querySelector('section')?.getAttribute('aria-label')]).toEqual([
    'Réglages de la séance',
    'Réglages de la séance',
  ]);
  await act(() => form.studio.edit(PATH, TEXT.replace('20min', '30min')));
  expect(form.field('duration').value).toBe('30');
});

test('a course without competencies and people has no boxes for them', async () => {
  const form = await opened(TEXT, null);
  expect(form.fields.filter((name) => /^(?:people|competencies)/.test(name))).toEqual([]);
});

test.each(['---\ntitle: [a\n---\n', '# Page {#p}\n'])('front matter that can’t be read has no fields: %j', async (text) => {
  const form = await opened(text);
  expect([form.names, document.querySelector('.s-form-body')?.textContent]).toEqual([
    ['Annuler', 'Terminé'],
    'Ces réglages ont une erreur : corrigez-la d’abord dans le texte.',
  ]);
});

test('everything has a name, and some fields a hint', async () => {
  const form = await opened();
  expect([form.names, [...document.querySelectorAll('.s-form-hint')].map((one) => one.textContent)]).toEqual([
    [
      'Annuler',
      'Terminé',
      'Titre',
      'Accroche',
      'Durée, en minutes',
      'Présentation',
      'Image',
      'Choisir une image…',
      'Choisir une image…',
      'Objectif 1',
      'Retirer : Objectif 1',
      'Objectif 2',
      'Retirer : Objectif 2',
      'Objectif',
      'Pétrir',
      'Cuire',
      'La séance est finie quand',
      'Score à atteindre, sur 100',
      'Sous ce score',
      'Attestation à la fin',
      'Ada',
    ],
    ['Une ou deux phrases sous le titre.', 'L’image en tête de la séance, 60 ko au plus.', '« À la fin de cette séance, vous saurez… »'],
  ]);
});
