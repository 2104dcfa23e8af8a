// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { ProblemsPanel } from '../../../build/studio/ui/problems-panel.tsx';
import { checkedAs, courseOf, problemOf, sessionOf } from '../../helpers/checked-course.ts';
import { draw, icons, press, pressKey, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const OTHER = 'modules/four/2.md';
const COURSE = courseOf([sessionOf('1'), sessionOf('2')]);
const onClose = vi.fn();
let studio: Studio;

beforeEach(async () => {
  language.value = 'en';
  onClose.mockClear();
  ({ studio } = await openStudio({ '1.md': '# One', '2.md': '# Two' }));
});
afterEach(undraw);

const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.s-problem-row')];

const listed = (...problems: readonly Parameters<typeof problemOf>[0][]): Promise<void> => {
  studio.checked.value = checkedAs(
    COURSE,
    problems.map((one) => problemOf(one)),
  );
  return draw(h(ProblemsPanel, { studio, onClose }));
};

test('has a name, a heading and a way out', async () => {
  await listed();
  expect([document.querySelector('section')?.getAttribute('aria-label'), wordsOf(document.querySelector('h2'))]).toEqual([
    t('problems'),
    t('problems'),
  ]);
  expect([rows(), wordsOf(document.querySelector('li')), icons()]).toEqual([[], t('write.clean'), ['x']]);
  await press(t('close'));
  expect(onClose).toHaveBeenCalledOnce();
});

test('errors come first, those of the text on screen before others, each with what to write', async () => {
  await listed(
    { severity: 'notice', problem: 'Long.' },
    { path: OTHER, line: 4, problem: 'Elsewhere.' },
    { severity: 'warning', line: 3, problem: 'Odd.', write: 'Write it.' },
    { line: 2, problem: 'Here.' },
  );
  expect(rows().map(wordsOf)).toEqual([
    `${t('problems.error')} Here.Line 2`,
    `${t('problems.error')} Elsewhere.2.md, line 4`,
    `${t('problems.warning')} Odd.Write it.Line 3`,
    `${t('problems.notice')} Long.Line 1`,
  ]);
  expect(rows().map((row) => row.querySelectorAll('.s-problem-words > span:not(.s-hidden)').length)).toEqual([0, 0, 1, 0]);
  expect(rows().map(icons)).toEqual([['circle-alert'], ['circle-alert'], ['triangle-alert'], ['lightbulb']]);
  expect(rows().map(({ className }) => className.split(' ')[1])).toEqual(['s-error', 's-error', 's-warning', 's-notice']);
  expect([rows()[0]?.getAttribute('type'), document.body.textContent?.includes(t('write.clean'))]).toEqual(['button', false]);
});

test('a problem leads to its place', async () => {
  await listed({ line: 2 }, { path: OTHER, line: 4 }, { path: OTHER, severity: 'notice', line: 6 });
  rows()[1]?.click();
  await settled();
  expect(studio.cursor.value).toMatchObject({ path: OTHER, line: 4, isPicked: true });
});

test('Escape closes it, no other key does', async () => {
  await listed({});
  await pressKey('Enter', rows()[0] ?? null);
  expect(onClose).not.toHaveBeenCalled();
  await pressKey('Escape', rows()[0] ?? null);
  expect(onClose).toHaveBeenCalledOnce();
});
