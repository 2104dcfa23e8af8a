// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Prepared } from '../../../build/studio/engine/prepare-calls.ts';
import type { Problem } from '../../../build/studio/engine/problem.ts';
import { CheckStep } from '../../../build/studio/prepare/check-step.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { checkedAs, problemOf } from '../../helpers/checked-course.ts';
import { buttons, draw, icons, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';
import { planned, preparedAs } from '../../helpers/prepared-package.ts';

const onGo = vi.fn();
let studio: Studio;

beforeEach(async () => {
  language.value = 'en';
  onGo.mockClear();
  ({ studio } = await openStudio({ '1.md': '# Page\n\n# Un\n' }));
});
afterEach(undraw);

const shown = (problems: readonly Problem[], prepared: Prepared | null = null): Promise<void> =>
  draw(h(CheckStep, { studio, checked: checkedAs(null, problems), prepared, onGo }));
/** Draws the step of the same place again. */
async function again(problems: readonly Problem[]): Promise<void> {
  const place = document.querySelector('main') as Element;
  const part = h(CheckStep, { studio, checked: checkedAs(null, problems), prepared: null, onGo });
  await act(() => render(h('div', null, part), place));
  await settled();
}
const findings = (): readonly string[] => [...document.querySelectorAll('li')].map((one) => wordsOf(one.querySelector('p')));
const mark = (): readonly unknown[] => {
  const element = document.querySelector('.s-step-mark');
  return [
    element?.className,
    ...icons(element),
    wordsOf(document.querySelector('h2')),
    document.querySelector('h2 [role=status]')?.className,
  ];
};
const tip = (line: number, more: Partial<Problem> = {}): Problem =>
  problemOf({ severity: 'notice', code: 'tip', line, problem: `Tip ${line}.`, ...more });

test('nothing is in the way', async () => {
  await shown([]);
  expect(mark()).toEqual(['s-step-mark s-right', 'check', `${t('prepare.check')} ${t('prepare.check.clean')}`, 's-tag s-right']);
  expect([findings(), document.querySelector('details'), output('status')]).toEqual([[], null, [t('prepare.check.clean')]]);
  expect(document.querySelectorAll('.s-muted, .is-error').length).toBe(0);
});

describe('mistakes', () => {
  test('are counted, and each leads to its place', async () => {
    await shown([
      tip(2, { severity: 'warning' }),
      problemOf({ line: 7, problem: 'Wrong.', write: 'Write it.' }),
      problemOf({ line: 9, problem: 'Bad.' }),
    ]);
    expect(mark()).toEqual([
      's-step-mark s-wrong',
      'circle-alert',
      `${t('prepare.check')} ${t('prepare.check.blocked', { n: 2 })}`,
      's-tag s-wrong',
    ]);
    const place = (line: number): string => t('prepare.place', { file: '1.md', line });
    expect(findings()).toEqual([`Wrong. Write it. ${place(7)}`, `Bad. ${place(9)}`, `Tip 2. ${place(2)}`]);
    expect([...document.querySelectorAll('li')].map((one) => [one.className, ...icons(one)])).toEqual([
      ['s-finding is-error', 'circle-alert'],
      ['s-finding is-error', 'circle-alert'],
      ['s-finding is-warning', 'triangle-alert'],
    ]);
    expect(buttons()).toEqual([7, 9, 2].map((line) => t('prepare.go.to', { place: place(line) })));
    expect(wordsOf(document.querySelector('li button'))).toBe(t('prepare.go'));
    await press(t('prepare.go.to', { place: place(7) }));
    expect(onGo.mock.calls).toEqual([[{ path: 'modules/four/1.md', line: 7 }]]);
  });

  test('are those of the packages, once these were looked at', async () => {
    await shown([problemOf({ problem: 'Old.' })], preparedAs([], { problems: [problemOf({ problem: 'New.' })] }));
    expect(findings().map((one) => one.split(' ')[0])).toEqual(['New.']);
  });

  test('advise no command of a terminal: a type of the project is one that the studio can’t run', async () => {
    ({ studio } = await openStudio({ '1.md': '# Page' }));
    studio.project.put('types/kiln/type.ts', '');
    await shown([], preparedAs([], { problems: [problemOf({ code: 'unknown-directive', values: { name: 'kiln' } })] }));
    expect(findings()[0]).toContain(t('problems.ownType', { name: 'kiln' }));
  });
});

describe('missing ids', () => {
  const missing = problemOf({ code: 'missing-id', line: 1, values: { suggestion: '{#page}' } });

  test('are added by one button, and not listed', async () => {
    await shown([
      missing,
      problemOf({ ...missing, line: 3, values: { suggestion: '{#un}' } }),
      problemOf({ code: 'missing-id', severity: 'warning' }),
    ]);
    expect([findings(), mark()[2]]).toEqual([[], `${t('prepare.check')} ${t('prepare.check.blocked', { n: 2 })}`]);
    expect([wordsOf(document.querySelector('.is-error p')), icons(document.querySelector('.is-error'))]).toEqual([
      t('prepare.ids', { n: 2 }),
      ['circle-alert'],
    ]);
    await press(t('prepare.ids.add', { n: 2 }));
    expect(studio.project.text('modules/four/1.md')).toBe('# Page {#page}\n\n# Un {#un}\n');
  });

  test('are reported once they are added', async () => {
    await shown([missing, problemOf({ line: 2 })]);
    expect(wordsOf(document.querySelector('.s-finding p'))).toBe(t('prepare.ids', { n: 1 }));
    await press(t('prepare.ids.add', { n: 1 }));
    await again([]);
    expect(output('status')).toEqual([t('prepare.check.clean'), t('prepare.ids.added')]);
  });

  test('that never were are not reported as added', async () => {
    await shown([]);
    expect(output('status')).not.toContain(t('prepare.ids.added'));
  });
});

describe('tips', () => {
  test('are shown, the first three at once', async () => {
    await shown([1, 2, 3].map((line) => tip(line)));
    expect([findings().length, document.querySelector('details')]).toEqual([3, null]);
  });

  test('beyond three are folded', async () => {
    await shown([1, 2, 3, 4, 5].map((line) => tip(line)));
    const folded = document.querySelector('details');
    expect([wordsOf(folded?.querySelector('summary')), folded?.querySelectorAll('li').length, findings().length]).toEqual([
      t('prepare.check.tips', { n: 2 }),
      2,
      5,
    ]);
    expect(findings().map((one) => one.slice(0, 5))).toEqual(['Tip 1', 'Tip 2', 'Tip 3', 'Tip 4', 'Tip 5']);
  });

  test('stay those of the texts when packages were looked at', async () => {
    await shown([tip(4)], preparedAs([planned()]));
    expect(findings()[0]).toContain('Tip 4.');
  });
});

test('facts of all packages are summed up; the memory is that of the fullest one', async () => {
  const packages = [
    planned({ state: 1500, limit: 4096 }),
    planned({ activities: 2, points: 1000, competencies: 5, state: 1700, limit: 64000 }),
  ];
  for (const one of [packages, packages.toReversed()]) {
    await shown([], preparedAs(one));
    expect(wordsOf(document.querySelector('.s-muted'))).toBe(
      t('prepare.check.facts', { activities: 5, points: '1,004', competencies: 5, state: '1,700', limit: '64,000' }),
    );
  }
});
