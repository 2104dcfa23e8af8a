// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NewCourseDialog } from '../../../build/studio/start/new-course-dialog.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { button, draw, field, fill, looks, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';

const onCreate = vi.fn();
const onClose = vi.fn();

beforeEach(() => {
  language.value = 'en';
});
afterEach(async () => {
  await undraw();
  Reflect.deleteProperty(window, 'showDirectoryPicker');
  sessionStorage.clear();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

async function shown(hasFolders = false): Promise<void> {
  if (hasFolders) Object.assign(window, { showDirectoryPicker: () => {} });
  await draw(h(NewCourseDialog, { template: 'quarter', onCreate, onClose }));
}

test('a course needs a title, and no more', async () => {
  await shown();
  expect([wordsOf(document.querySelector('h2')), button(t('new.create')).disabled]).toEqual([t('template.quarter'), true]);
  expect([field(t('new.title')).maxLength, field(t('new.title')).autofocus]).toEqual([120, true]);
  expect([document.querySelector('dialog')?.className, looks()]).toEqual(['s-dialog s-narrow', ['quiet only-icon x', 'plain', 'primary']]);
  await fill(t('new.title'), '   ');
  expect(button(t('new.create')).disabled).toBe(true);
  await fill(t('new.title'), '  L’été au four ! ');
  await press(t('new.create'));
  expect(onCreate.mock.calls).toEqual([[{ id: 'l-ete-au-four', title: 'L’été au four !', lang: 'en' }, 'browser']]);
  expect(onClose).toHaveBeenCalledBefore(onCreate);
  expect(onClose).toHaveBeenCalledOnce();
});

test('its language is that of the page, unless another is chosen', async () => {
  await shown();
  expect(field<HTMLSelectElement>(t('new.language')).value).toBe('en');
  await fill(t('new.language'), 'fr');
  await fill(t('new.title'), 'Four');
  await press(t('new.create'));
  expect(onCreate.mock.calls[0]?.[0]).toMatchObject({ lang: 'fr' });
});

test('the key Enter sends it, but not without a title', async () => {
  await shown();
  const send = (): boolean | undefined =>
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
  expect(send()).toBe(false);
  expect(onCreate).not.toHaveBeenCalled();
  await fill(t('new.title'), 'Four');
  expect(send()).toBe(false);
  await settled();
  expect(onCreate).toHaveBeenCalledOnce();
});

test('giving up makes nothing', async () => {
  await shown();
  await fill(t('new.title'), 'Four');
  await press(t('cancel'));
  expect([onCreate.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 1]);
});

describe('its place', () => {
  test('is this browser, where the browser opens no folders', async () => {
    await shown();
    expect([document.querySelectorAll('[type=radio]').length, wordsOf(document.body).includes(t('new.kept'))]).toEqual([0, true]);
  });

  // A course once went into the browser, though the command had promised the folder that it serves.
  test('is the folder that the command serves', async () => {
    sessionStorage.setItem('cartable-studio-key', 'secret');
    vi.stubGlobal('fetch', async () => Response.json({ name: 'Quai', id: 'q' }));
    await shown();
    await settled();
    expect(field(new RegExp(`^${t('start.served', { name: 'Quai' })}`)).checked).toBe(true);
    const places = [...document.querySelectorAll('.s-place')].map(wordsOf);
    expect(places).toEqual([expect.stringContaining('Quai'), expect.stringContaining(t('new.browser'))]);
    await fill(t('new.title'), 'Four');
    await press(t('new.create'));
    expect(onCreate.mock.calls[0]?.[1]).toBe('served');
  });

  test('is chosen where it can', async () => {
    await shown(true);
    await fill(t('new.title'), 'Four');
    expect(field(new RegExp(`^${t('new.browser')}`)).checked).toBe(true);
    const radios = [...document.querySelectorAll<HTMLInputElement>('[type=radio]')];
    expect([radios.length, new Set(radios.map(({ name }) => name)).size]).toEqual([2, 1]);
    field(new RegExp(`^${t('new.folder')}`)).click();
    await settled();
    await press(t('new.create'));
    expect(onCreate.mock.calls[0]?.[1]).toBe('folder');
  });
});

test('everything in it has its words', async () => {
  await shown(true);
  expect(wordsOf(document.querySelector('dialog'))).toEqual(
    'A quarter of an hourTitle of the courseLanguage of the courseFrançaisEnglishWhere to keep itIn this browserSaved as you type; you can download it.In a folder of your diskYou choose the folder; the studio writes files there.CancelCreate the course',
  );
});
