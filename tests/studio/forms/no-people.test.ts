// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { addPerson, NoPeople } from '../../../build/studio/forms/no-people.tsx';
import { t } from '../../../build/studio/strings.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

const page = new UsedPage();
const COURSE = 'modules/a/course.yaml';
afterEach(() => render(null, document.body));

test('somebody is added to the course with an id made of the name', async () => {
  const studio = await openedStudio({ [COURSE]: 'id: a # four\n' });
  expect(addPerson(studio, 'Zoé Le Goff')).toBe('zoe-le-goff');
  expect(studio.project.text(COURSE)).toBe('id: a # four\npeople:\n  - { id: zoe-le-goff, name: Zoé Le Goff }\n');
  expect(addPerson(await openedStudio({ [COURSE]: 'id: a\n' }), '42')).toBe('personne');
});

test('a course that a form can’t change stays as it is', async () => {
  const studio = await openedStudio({ [COURSE]: 'people: [\n' });
  expect([addPerson(studio, 'Zoé'), studio.project.text(COURSE)]).toEqual([null, 'people: [\n']);
  const none = await openedStudio({});
  expect([addPerson(none, 'Zoé'), none.project.text(COURSE)]).toEqual(['zoe', 'people:\n  - { id: zoe, name: Zoé }\n']);
});

test('explains what is lacking, and reports who was added', async () => {
  const studio = await openedStudio({ [COURSE]: 'id: a\n' });
  const onAdd = vi.fn<(id: string) => void>();
  await show(h(NoPeople, { studio, why: 'Personne ne parle.', onAdd }));
  expect([document.querySelector('p')?.textContent, page.names, document.querySelector('[role=alert]')]).toEqual([
    'Personne ne parle.',
    [t('course.newPerson'), t('forms.addPerson')],
    null,
  ]);
  await page.type(t('course.newPerson'), 'Zoé');
  await page.press(t('forms.addPerson'));
  expect([onAdd.mock.calls, document.querySelector('[role=alert]')]).toEqual([[['zoe']], null]);
});

test('a refusal is reported until somebody could be added; nobody needs to listen', async () => {
  const studio = await openedStudio({ [COURSE]: 'people: [\n' });
  const onAdd = vi.fn<(id: string) => void>();
  const add = async (name: string): Promise<void> => {
    await page.type(t('course.newPerson'), name);
    await page.press(t('forms.addPerson'));
  };
  await show(h(NoPeople, { studio, why: 'Personne ne parle.', onAdd }));
  await add('Zoé');
  expect([document.querySelector('[role=alert]')?.textContent, onAdd.mock.calls]).toEqual([t('course.refused'), []]);
  await show(h(NoPeople, { studio, why: 'Personne ne parle.' }));
  await act(() => studio.edit(COURSE, 'id: a\n'));
  await add('Zoé');
  expect([document.querySelector('[role=alert]'), studio.project.text(COURSE)?.includes('id: zoe')]).toEqual([null, true]);
});
