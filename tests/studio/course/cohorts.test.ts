// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { CohortsSection } from '../../../build/studio/course/cohorts.tsx';
import { CourseDesk } from '../../../build/studio/course/desk.ts';
import type { Problem } from '../../../build/studio/engine/calls.ts';
import { t } from '../../../build/studio/strings.ts';
import { looks } from '../../helpers/drawn.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';

const FILES = {
  'modules/a/course.yaml': 'id: a\nmodules: [pain]\n',
  'modules/a/pain.md':
    '---\nid: pain\n---\n\n# Nuit {#n only=soir}\n\nUn.\n\n# Jour {#j}\n\n:::text{only=soir}\nDeux.\n:::\n\n:::text{only=matin}\nTrois.\n:::\n',
};
const COHORTS = {
  'modules/a/cohorts/soir.yaml': 'title: Le soir\ntags: [soir]\n',
  'modules/a/cohorts/aube.yaml': 'title: Aube\n',
  'modules/a/cohorts/faux.yaml': 'tags: [a\n',
};

async function opened(more: Readonly<Record<string, string>> = COHORTS, problems: readonly Problem[] = []) {
  const studio = await openedStudio({ ...FILES, ...more }, { checked: { problems } });
  const desk = new CourseDesk(studio);
  await act(() => render(h(CohortsSection, { desk }), document.body));
  const text = (name: string): string | undefined => studio.project.text(`modules/a/cohorts/${name}.yaml`);
  return { studio, desk, text };
}
const buttons = (): HTMLButtonElement[] => [...document.querySelectorAll('button')];
async function press(name: string, at = 0): Promise<void> {
  const found = buttons().filter((one) => one.textContent === name);
  if (!found[at]) throw new Error(`There is no button ${name}, only ${buttons().map((one) => one.textContent)}.`);
  await act(() => found[at]?.click());
}
const chosen = (): (string | null)[] => buttons().flatMap((one) => (one.getAttribute('aria-pressed') === 'true' ? [one.textContent] : []));
const nameField = (): HTMLInputElement => document.querySelector('#new-cohort') as HTMLInputElement;
const name = (title: string): Promise<void> =>
  act(() => {
    nameField().value = title;
    nameField().dispatchEvent(new Event('input', { bubbles: true }));
  });

afterEach(() => render(null, document.body));

test('without a cohort there is nothing to copy', async () => {
  await opened({});
  expect(document.querySelector('.s-course-about')?.parentElement?.textContent).toContain(t('course.cohorts.none'));
  expect(buttons().map((one) => one.textContent)).toEqual([t('course.cohort')]);
});

test('the first cohort is shown until another one is chosen', async () => {
  await opened();
  expect(document.querySelector('header')?.textContent).toBe(`${t('course.cohorts')}${t('course.cohorts.lead')}`);
  const tabs = buttons().slice(0, 5);
  expect(tabs.map((one) => one.textContent)).toEqual(['Aube', 'faux', 'Le soir', t('course.cohort'), t('course.copy')]);
  expect(chosen()).toEqual(['Aube']);
  await press('Le soir');
  expect(chosen()).toEqual(['Le soir']);
});

test('a cohort sees and misses parts by its tags', async () => {
  await opened();
  const groups = () => [...document.querySelectorAll('.s-course-groups > li')].map((one) => one.querySelector('strong')?.textContent);
  const counts = () =>
    [...document.querySelectorAll('.s-course-groups > li')].map((one) => one.querySelector('.s-course-about')?.textContent);
  expect(groups()).toEqual([t('course.seesNot', { name: 'soir' }), t('course.seesNot', { name: 'matin' })]);
  await press('Le soir');
  expect(groups()).toEqual([t('course.sees', { name: 'soir' }), t('course.seesNot', { name: 'matin' })]);
  const icons = [...document.querySelectorAll('.s-course-groups > li > svg path')].map((one) => one.getAttribute('d'));
  expect([icons.length, icons.every(Boolean), icons[0] === icons[1]]).toEqual([2, true, false]);
  expect([...document.querySelectorAll('.s-course-groups summary')].map((one) => one.textContent)).toEqual(
    ['soir', 'matin'].map((name) => `${t('course.where')} : ${name}`),
  );
  const block = t('course.blocks', { n: 1 });
  expect(counts()).toEqual([`${block}, ${t('course.pages', { n: 1 })}`, block]);
});

test('parts for several cohorts are named by all their tags', async () => {
  await opened({ ...COHORTS, 'modules/a/pain.md': '# Jour {#j}\n\n:::text{only="soir; matin"}\nDeux.\n:::\n' });
  expect(document.querySelector('.s-course-groups strong')?.textContent).toBe(t('course.seesNot', { name: 'soir, matin' }));
});

test('a cohort with a mistake has no form; what is wrong is shown', async () => {
  const wrong = (file: string, problem: string): Problem => {
    return { severity: 'error', code: 'x', path: `modules/a/cohorts/${file}.yaml`, line: 1, column: 1, problem, write: '', values: {} };
  };
  await opened(COHORTS, [wrong('faux', 'Mal fermé.'), wrong('aube', 'Trop court.')]);
  const problems = () => [...document.querySelectorAll('.s-course-problems')].map((one) => one.textContent?.trim());
  expect(problems()).toEqual(['Trop court.']);
  await press('faux');
  expect([chosen(), document.querySelector('.s-course-form'), problems()]).toEqual([['faux'], null, ['Mal fermé.']]);
});

test('a new cohort needs a name, begins empty, and is shown', async () => {
  const { text } = await opened();
  await press(t('course.cohort'));
  const make = () => buttons().find((one) => one.textContent === t('course.makeCohort'));
  expect(make()?.disabled).toBe(true);
  await name('  ');
  expect(make()?.disabled).toBe(true);
  await name(' Midi ');
  await press(t('course.makeCohort'));
  expect([text('midi'), chosen(), nameField()]).toEqual(['title: Midi\n', ['Midi'], null]);
});

test('a copy begins with the cohort that is shown; Enter makes it', async () => {
  const { text } = await opened();
  await press('Le soir');
  await press(t('course.copy'));
  await name('Nuit');
  const enter = (key: string, isComposing = false) =>
    act(() => void nameField().dispatchEvent(new KeyboardEvent('keydown', { key, isComposing, bubbles: true })));
  await enter('a');
  // This one ends a composed character.
  await enter('Enter', true);
  expect(text('nuit')).toBeUndefined();
  await enter('Enter');
  expect([text('nuit'), chosen()]).toEqual(['title: Nuit\ntags: [soir]\n', ['Nuit']]);
});

test('one that can’t be copied, or has no name, is not made: the question stays', async () => {
  const { studio } = await opened();
  const before = studio.project.paths;
  const enter = () => act(() => void nameField().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
  await press('faux');
  await press(t('course.copy'));
  await enter();
  await name('Nuit');
  await enter();
  expect([studio.project.paths, nameField().value, chosen()]).toEqual([before, 'Nuit', ['faux']]);
});

test('a cohort is removed once that is confirmed', async () => {
  const { text, desk } = await opened();
  await press(t('course.removeCohort'));
  expect([text('aube'), document.querySelector('dialog h2')?.textContent, document.querySelector('dialog p')?.textContent]).toEqual([
    'title: Aube\n',
    t('course.removeOne', { name: 'Aube' }),
    t('course.removeCohort.why'),
  ]);
  await press(t('cancel'));
  expect([text('aube'), document.querySelector('dialog')]).toEqual(['title: Aube\n', null]);
  await press(t('course.removeCohort'));
  expect(looks()).toEqual([
    'plain',
    'plain',
    'plain',
    'quiet plus',
    'quiet course-end copy',
    'quiet',
    'quiet file-text',
    'quiet trash-2',
    'quiet only-icon x',
    'plain',
    'danger',
  ]);
  await press(t('course.removeCohort'), 1);
  expect(document.querySelector('dialog')).toBeNull();
  expect([text('aube'), desk.announced.value, desk.removals.value]).toEqual([undefined, t('course.removed', { name: 'Aube' }), 1]);
});

test('a new cohort that is given up is not made', async () => {
  const { studio } = await opened();
  const before = studio.project.paths;
  await press(t('course.copy'));
  const options = [...document.querySelectorAll<HTMLOptionElement>('dialog option')].map((one) => [one.value, one.textContent]);
  expect(options).toEqual([
    ['', t('course.cohort.fromNothing')],
    ...['aube', 'faux', 'soir'].map((one) => [`modules/a/cohorts/${one}.yaml`, { aube: 'Aube', faux: 'faux', soir: 'Le soir' }[one]]),
  ]);
  expect(document.querySelector<HTMLSelectElement>('dialog select')?.value).toBe('modules/a/cohorts/aube.yaml');
  expect(looks().slice(-3)).toEqual(['quiet only-icon x', 'plain', 'primary']);
  expect([...document.querySelectorAll('dialog h2, dialog label')].map((one) => one.textContent)).toEqual([
    t('course.newCohort'),
    t('course.cohort.title'),
    t('course.cohort.from'),
  ]);
  expect(document.querySelector('dialog')?.className).toBe('s-dialog s-narrow');
  expect(nameField().labels?.[0]?.textContent).toBe(t('course.cohort.title'));
  await name('Nuit');
  await press(t('cancel'));
  expect([studio.project.paths, nameField(), document.querySelector('dialog')]).toEqual([before, null, null]);
  await press(t('course.cohort'));
  expect([document.querySelector<HTMLSelectElement>('dialog select')?.value, nameField().value]).toEqual(['', '']);
});

test('that no part is for some cohorts only is shown', async () => {
  await opened({ ...COHORTS, 'modules/a/pain.md': '# Jour {#j}\n' });
  const panel = document.querySelector('aside');
  expect([panel?.getAttribute('aria-label'), panel?.querySelector('p')?.textContent, panel?.querySelector('ul')]).toEqual([
    t('course.differently'),
    t('course.differently.none'),
    null,
  ]);
});

test('what is being typed belongs to its cohort when another one is shown', async () => {
  const { text } = await opened();
  const title = (): HTMLInputElement => document.querySelector<HTMLInputElement>('.s-course-form input') as HTMLInputElement;
  await act(() => {
    title().value = 'Matin';
    title().dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press('Le soir');
  expect([title().value, text('aube'), text('soir')]).toEqual(['Le soir', 'title: Matin\n', COHORTS['modules/a/cohorts/soir.yaml']]);
});

test('the title is written, but not an empty one; the text opens', async () => {
  const { text, studio } = await opened();
  const title = document.querySelector<HTMLInputElement>('.s-course-form input') as HTMLInputElement;
  const write = (value: string) =>
    act(() => {
      title.value = value;
      for (const kind of ['input', 'change', 'blur']) title.dispatchEvent(new Event(kind, { bubbles: true }));
    });
  await write('');
  expect(text('aube')).toBe('title: Aube\n');
  await write('Avant l’aube');
  expect(text('aube')).toBe('title: Avant l’aube\n');
  await press(t('course.openText'));
  expect(studio.cursor.value).toMatchObject({ path: 'modules/a/cohorts/aube.yaml', line: 1 });
});
