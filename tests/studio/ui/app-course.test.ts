// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
// What is drawn later is loaded before, so that no test waits for it.
import '../../../build/studio/course/course-view.tsx';
import '../../../build/studio/import/import-dialog.tsx';
import '../../../build/studio/ui/write.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { App } from '../../../build/studio/ui/app.tsx';
import { draw, press, undraw, until, wordsOf } from '../../helpers/drawn.ts';
import { FolderPage, folderOf } from '../../helpers/folder-page.ts';

let page: FolderPage;

beforeEach(async () => {
  language.value = 'en';
  localStorage.setItem('cartable-studio-text', 'plain');
  page = new FolderPage();
  await draw(h(App, { settings: page.settings }));
});
afterEach(async () => {
  await undraw();
  localStorage.clear();
  page.close();
});

test('an import begins from the question banks of a course, too, and may be given up', async () => {
  page.pick(await folderOf('quai', 'modules/four/course.yaml'));
  await press(t('start.folder'));
  await until(() => document.querySelector('.s-course') !== null);
  await press(t('view.course'));
  await press(t('course.banks'));
  await press(t('course.import'));
  await until(() => document.querySelector('dialog h2') !== null);
  expect(wordsOf(document.querySelector('dialog h2'))).toBe(t('import.title'));
  await press(t('close'));
  expect([document.querySelector('dialog'), wordsOf(document.querySelector('.s-course'))]).toEqual([null, 'Le four']);
});
