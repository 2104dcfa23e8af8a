// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseView } from '../../../build/studio/course/course-view.tsx';
import type { Problem } from '../../../build/studio/engine/calls.ts';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { problemAt, write } from '../../helpers/course-desk.ts';
import { buttons, draw, looks, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { NOTHING, openStudio } from '../../helpers/open-studio.ts';

language.value = 'en';
const YAML = 'modules/four/course.yaml';
const COURSE = 'id: four\ntitle: Le four\nmodules: [pain, sel]\ncompetencies:\n  - { id: cuire, title: Cuire }\n';
const NAMES = (['sessions', 'competencies', 'people', 'theme', 'cohorts', 'banks', 'settings'] as const).map((name) => t(`course.${name}`));
const onImport = vi.fn();
let studio: Studio;

async function opened(course = COURSE, problems: readonly Problem[] = []): Promise<void> {
  const checked = { ...NOTHING, problems };
  const texts = { 'course.yaml': course, 'pain.md': '---\nid: pain\n---\n', 'sel.md': '---\nid: sel\n---\n' };
  ({ studio } = await openStudio(texts, { open: () => checked, change: () => checked, portraits: () => [], colouredHair: () => [] }));
  await draw(h(CourseView, { studio, settings: {} as never, onImport }));
}
const menu = (): HTMLButtonElement[] => [...document.querySelectorAll<HTMLButtonElement>('nav button')];
const current = (): string[] => menu().flatMap((one) => (one.getAttribute('aria-current') === 'page' ? [wordsOf(one)] : []));
const title = (): HTMLElement | null => document.querySelector('main h1');
const choose = (name: string): Promise<void> =>
  act(() =>
    menu()
      .find((one) => wordsOf(one) === name)
      ?.click(),
  );

beforeEach(() => onImport.mockClear());
afterEach(undraw);

describe('the menu', () => {
  test('leads to each section, whose title takes the focus', async () => {
    await opened();
    expect([document.querySelector('nav')?.getAttribute('aria-label'), menu().map(wordsOf)]).toEqual([
      t('course'),
      [...NAMES, t('storage.versions')],
    ]);
    expect([current(), wordsOf(title()), document.activeElement === title()]).toEqual([[NAMES[0]], NAMES[0], false]);
    for (const name of [...NAMES.slice(1), NAMES[0] ?? '']) {
      await choose(name);
      expect([current(), wordsOf(title()), document.activeElement === title()]).toEqual([[name], name, true]);
    }
    expect(looks().slice(0, 8)).toEqual([
      'quiet list',
      'quiet star',
      'quiet user',
      'quiet palette',
      'quiet users',
      'quiet rows-3',
      'quiet settings',
      'quiet history',
    ]);
    const drawings = menu().map((one) => one.querySelector('path')?.getAttribute('d'));
    expect([new Set(drawings).size, drawings.every(Boolean)]).toEqual([8, true]);
  });

  test('leads to the versions', async () => {
    await opened();
    await choose(t('storage.versions'));
    expect([studio.asked.value, current()]).toEqual(['versions', [NAMES[0]]]);
  });
});

test('questions are imported from the section of banks', async () => {
  await opened();
  await choose(t('course.banks'));
  await press(t('course.import'));
  expect(onImport).toHaveBeenCalledOnce();
});

test('what was done is announced; after a removal the title takes the focus', async () => {
  await opened();
  expect([output('status'), document.querySelector('[role=status]')?.className]).toEqual([[], 's-hidden']);
  await press(t('course.down', { name: 'pain' }));
  expect([output('status'), document.activeElement === title()]).toEqual([[t('course.moved', { name: 'pain', at: 2, n: 2 })], false]);
  await press(t('course.remove', { name: 'pain' }));
  await press(t('course.removeSession.do'));
  expect([output('status'), document.activeElement === title()]).toEqual([[t('course.removed', { name: 'pain' })], true]);
});

test('what a form can’t change is announced with a way to the text, until another section is chosen', async () => {
  await opened('x: &all [pain, sel]\nmodules: *all\n');
  expect(output('alert')).toEqual([]);
  await press(t('course.down', { name: 'pain' }));
  expect(output('alert')).toEqual([`${t('course.refused')} ${t('course.openText')}`]);
  await press(t('course.openText'));
  expect(studio.cursor.value).toMatchObject({ path: YAML, line: 1 });
  await choose(t('course.theme'));
  expect(output('alert')).toEqual([]);
});

test('the way leads to the text that a form can’t change, which may be another one', async () => {
  await opened();
  studio.edit('modules/four/sel.md', '---\ncompetencies: [&x cuire]\nb: *x\n---\n');
  await choose(t('course.competencies'));
  await press(t('course.changeId', { id: 'cuire' }));
  await write(t('course.newId'), 'dorer');
  await press(t('course.changeId.do', { id: 'dorer' }));
  await press(t('course.openText'));
  expect([studio.cursor.value?.path, studio.project.text(YAML)]).toEqual(['modules/four/sel.md', COURSE]);
});

describe('a course.yaml with a mistake', () => {
  test('has no forms, but its problems and a way to the first one', async () => {
    await opened('title: [a\n', [
      problemAt('pain.md', 1, 1, 'Autre.'),
      problemAt('course.yaml', 3, 1, 'Crochet.'),
      problemAt('course.yaml', 5, 1, 'Accolade.'),
    ]);
    expect([wordsOf(title()), document.querySelector('input')]).toEqual([t('course.unreadable'), null]);
    expect(output('alert')).toEqual([`${t('course.unreadable')}${t('course.unreadable.why')}Crochet. Accolade. ${t('course.openText')}`]);
    expect(buttons().slice(8)).toEqual([t('course.openText')]);
    await press(t('course.openText'));
    expect(studio.cursor.value).toMatchObject({ path: YAML, line: 3 });
    studio.edit(YAML, COURSE);
    await settled();
    expect(wordsOf(title())).toBe(NAMES[0]);
  });

  test('opens at its first line if no problem is known', async () => {
    await opened('title: [a\n');
    await press(t('course.openText'));
    expect(studio.cursor.value).toMatchObject({ path: YAML, line: 1 });
  });
});

test('drawings are freed when the view goes away', async () => {
  await opened('id: four\npeople: [{ id: ada, name: Ada }]\n');
  await choose(t('course.people'));
  await settled();
  const free = vi.spyOn(URL, 'revokeObjectURL');
  await undraw();
  expect(free).toHaveBeenCalled();
  free.mockRestore();
});
