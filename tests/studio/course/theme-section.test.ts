// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { ThemeSection } from '../../../build/studio/course/theme-section.tsx';
import type { Checked } from '../../../build/studio/engine/calls.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { type OpenDesk, openDesk, problemAt, write } from '../../helpers/course-desk.ts';
import { buttons, draw, field, give, looks, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const COURSE = 'title: Le four\ntheme:\n  name: vif\n  accent: "#1D4ED8"\n  logo: assets/logo.png\n';

async function opened(course = COURSE, checked: Partial<Checked> = {}): Promise<OpenDesk> {
  const open = await openDesk({ 'course.yaml': course, 'assets/logo.png': 'PNG' }, checked);
  await draw(h(ThemeSection, { desk: open.desk }));
  return open;
}
const radios = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
const minis = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.s-course-mini')];
const logo = (): (string | boolean)[] => [
  wordsOf(document.querySelector('.s-course-logo code')),
  document.querySelector('.s-course-logo img') !== null,
  ...buttons().filter((one) => ['course.chooseFile', 'course.change', 'course.takeAway'].some((key) => one === t(key as 'course.change'))),
];

afterEach(undraw);

test('the look is one of three, each shown as a small page in the colour of the course', async () => {
  const { text } = await opened();
  expect(wordsOf(document.querySelector('legend'))).toBe(t('course.look'));
  expect(radios().map((one) => [one.value, one.checked, wordsOf(one.closest('label')?.querySelector('.s-course-caption'))])).toEqual(
    (['plain', 'editorial', 'vif'] as const).map((word) => [
      word,
      word === 'vif',
      `${t(`course.look.${word}`)}${t(`course.look.${word}.about`)}`,
    ]),
  );
  const [group = '', ...others] = new Set(radios().map(({ name }) => name));
  expect([group.length > 0, others]).toEqual([true, []]);
  expect(
    minis().map((one) => [one.dataset.look, wordsOf(one), one.style.getPropertyValue('--look-accent'), one.getAttribute('aria-hidden')]),
  ).toEqual(['plain', 'editorial', 'vif'].map((word) => [word, 'Le four', '#1D4ED8', 'true']));
  await act(() => radios()[1]?.click());
  expect(text('course.yaml')).toBe(COURSE.replace('name: vif', 'name: editorial'));
});

test('without a colour of its own, a look keeps its own', async () => {
  await opened('theme: { name: plain }\n');
  expect(minis().map((one) => one.style.getPropertyValue('--look-accent'))).toEqual(['', '', '']);
});

test('the colour is written, or removed', async () => {
  const { text } = await opened();
  await write(t('course.accent'), '12663f');
  expect(text('course.yaml')).toBe(COURSE.replace('#1D4ED8', '#12663f'));
  await write(t('course.accent'), '');
  expect(text('course.yaml')).toBe(COURSE.replace('  accent: "#1D4ED8"\n', ''));
});

test('the colour is checked in the look of the course', async () => {
  await opened('theme: { name: vif, accent: "#767676" }\n');
  expect(wordsOf(document.querySelector('.s-course-warn'))).toContain(t('course.tooLight'));
});

test('a logo is shown with its name, and taken away', async () => {
  const { text } = await opened();
  expect(logo()).toEqual(['logo.png', true, t('course.change'), t('course.takeAway')]);
  expect(looks()).toEqual(['plain upload', 'plain']);
  await press(t('course.takeAway'));
  expect([text('course.yaml'), logo()]).toEqual([
    COURSE.replace('  logo: assets/logo.png\n', ''),
    [t('course.none'), false, t('course.chooseFile')],
  ]);
});

test('another logo is kept beside the first one', async () => {
  const { text } = await opened();
  expect(document.querySelector('input[type=file]')?.getAttribute('accept')).toBe('image/*');
  await give([new File(['<svg/>'], 'Logo.svg'), new File(['x'], 'autre.png')]);
  await settled();
  expect([text('course.yaml'), text('assets/logo.svg'), text('assets/logo.png')]).toEqual([
    COURSE.replace('logo.png', 'logo.svg'),
    '<svg/>',
    'PNG',
  ]);
});

test('a problem of the logo stands below it', async () => {
  await opened(COURSE, { problems: [problemAt('course.yaml', 5, 3, 'Absent.'), problemAt('course.yaml', 3, 3, 'Inconnu.')] });
  expect([...document.querySelectorAll('.s-course-problems')].map(wordsOf)).toEqual(['Absent.']);
  expect([wordsOf(document.querySelector('h1')), field(t('course.accent')).value]).toEqual([t('course.theme'), '#1D4ED8']);
  expect([document.querySelector('header p')?.textContent, document.querySelector('h2')?.textContent]).toEqual([
    t('course.theme.lead'),
    t('course.logo'),
  ]);
  expect(document.querySelector('legend')?.className).toBe('s-hidden');
});
