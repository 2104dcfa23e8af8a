// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { TopBar } from '../../../build/studio/ui/top-bar.tsx';
import { checkedAs, courseOf, sessionOf } from '../../helpers/checked-course.ts';
import { button, buttons, draw, icons, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const onBack = vi.fn();
const onImport = vi.fn();
let studio: Studio;

beforeEach(async () => {
  language.value = 'en';
  localStorage.clear();
  vi.clearAllMocks();
  ({ studio } = await openStudio({ '1.md': '# One', '2.md': '# Two' }));
});
afterEach(undraw);

async function shown(...sessions: readonly string[]): Promise<void> {
  studio.checked.value = checkedAs(courseOf(sessions.map((name) => sessionOf(name))));
  await draw(h(TopBar, { studio, onBack, onImport }));
}
const entries = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role^=menuitem]')];
async function choose(label: string): Promise<void> {
  const entry = entries().find((one) => wordsOf(one) === label);
  if (!entry) throw new Error(`No ${label} among ${entries().map(wordsOf)}.`);
  await act(() => entry.click());
  await settled();
}

test('names the course and its only session, without a switcher', async () => {
  await shown('1');
  expect([wordsOf(document.querySelector('.s-course')), wordsOf(document.querySelector('.s-session'))]).toEqual(['The oven', 'Session 1']);
  expect([document.querySelector('.s-switch'), document.querySelector('.s-slash')?.getAttribute('aria-hidden')]).toEqual([null, 'true']);
  expect(buttons()).toEqual([
    `${t('app')}, ${t('back')}`,
    t('view.write'),
    t('view.course'),
    t('view.results'),
    t('view.prepare'),
    t('menu'),
  ]);
  expect(icons()).toEqual(['pencil', 'settings', 'chart-column', 'check', 'package', 'ellipsis']);
});

test('goes back to all courses by its mark, whose picture has no other name', async () => {
  await shown('1');
  const mark = button(`${t('app')}, ${t('back')}`);
  expect([mark.title, mark.type, mark.querySelector('img')?.getAttribute('src'), mark.querySelector('img')?.alt]).toEqual([
    t('back'),
    'button',
    'icon.svg',
    '',
  ]);
  await press(`${t('app')}, ${t('back')}`);
  expect(onBack).toHaveBeenCalledOnce();
});

describe('the switcher of sessions', () => {
  test('shows which one is chosen, and chooses another', async () => {
    await shown('1', '2');
    studio.show('course');
    await press(`${t('write.session')} : Session 1`);
    expect(entries().map((one) => [wordsOf(one), one.getAttribute('aria-checked')])).toEqual([
      ['Session 1', 'true'],
      ['Session 2', 'false'],
    ]);
    await choose('Session 2');
    expect([studio.chosen.value, studio.view.value]).toEqual(['modules/four/2.md', 'write']);
    expect([wordsOf(button(`${t('write.session')} : Session 2`)), document.querySelector('.s-session')]).toEqual(['Session 2', null]);
    expect(icons(button(`${t('write.session')} : Session 2`))).toEqual(['chevron-down']);
  });

  test('is none in a course without sessions', async () => {
    ({ studio } = await openStudio({}));
    await shown();
    expect([wordsOf(document.querySelector('.s-session')), document.querySelector('.s-switch')]).toEqual(['', null]);
  });
});

describe('the views', () => {
  const current = (): readonly string[] => [...document.querySelectorAll('[aria-current=page]')].map(wordsOf);

  test('are chosen by their buttons; the one on screen is marked', async () => {
    await shown('1');
    expect([current(), document.querySelector('nav')?.getAttribute('aria-label')]).toEqual([[t('view.write')], t('views')]);
    for (const view of ['course', 'results', 'write'] as const) {
      await press(t(`view.${view}`));
      expect([studio.view.value, current()]).toEqual([view, [t(`view.${view}`)]]);
    }
  });

  test('end with the packages, which call for attention until they are on screen', async () => {
    await shown('1');
    const look = (): string => button(t('view.prepare')).className;
    expect(look()).toBe('s-button s-primary s-wide');
    await press(t('view.prepare'));
    expect([studio.view.value, current(), look()]).toEqual(['prepare', [t('view.prepare')], 's-button s-plain s-wide']);
  });
});

describe('the state of saving', () => {
  test.each([
    ['saved', { kind: 'saved' }, 'check'],
    ['waiting', { kind: 'waiting' }, 'ellipsis'],
    ['failed', { kind: 'failed', unsaved: [] }, 'triangle-alert'],
  ] as const)('%s', async (kind, saving, icon) => {
    studio.saving.value = saving;
    await shown('1');
    expect([output('status'), icons(document.querySelector('[role=status]'))]).toEqual([[t(`saving.${kind}`)], [icon]]);
    expect(document.querySelector('[role=status]')?.className).toBe(`s-saving s-${kind}`);
  });

  test('of a course that another tab writes', async () => {
    studio.readOnly.value = true;
    await shown('1');
    expect([output('status'), icons(document.querySelector('[role=status]'))]).toEqual([[t('saving.readOnly')], ['eye']]);
  });
});

describe('the menu', () => {
  test('has the views, the copies, the import, the language and the way back', async () => {
    await shown('1');
    await press(t('menu'));
    expect(entries().map((one) => [wordsOf(one), ...icons(one)])).toEqual([
      [t('view.write'), 'pencil'],
      [t('view.course'), 'settings'],
      [t('view.results'), 'chart-column'],
      [t('view.prepare'), 'package'],
      [t('storage.download'), 'download'],
      [t('storage.versions'), 'history'],
      [t('import.menu'), 'download'],
      ['Français', 'languages'],
      [t('back'), 'log-out'],
    ]);
    await choose(t('view.results'));
    expect(studio.view.value).toBe('results');
  });

  test('asks for an import, and goes back', async () => {
    await shown('1');
    await press(t('menu'));
    await choose(t('import.menu'));
    expect([onImport.mock.calls.length, onBack.mock.calls.length]).toEqual([1, 0]);
    await press(t('menu'));
    await choose(t('back'));
    expect([onImport.mock.calls.length, onBack.mock.calls.length]).toEqual([1, 1]);
  });

  test('changes the language, and names the other', async () => {
    await shown('1');
    await press(t('menu'));
    await choose('Français');
    expect(language.value).toBe('fr');
    await press(t('menu'));
    expect(wordsOf(entries()[7])).toBe('English');
  });
});
