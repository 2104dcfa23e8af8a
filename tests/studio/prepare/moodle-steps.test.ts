// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MoodleGroup, PlannedPackage } from '../../../build/studio/engine/prepare-calls.ts';
import { MoodleSteps } from '../../../build/studio/prepare/moodle-steps.tsx';
import { Preparation } from '../../../build/studio/prepare/preparation.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { checkedAs, courseOf, sessionOf } from '../../helpers/checked-course.ts';
import { button, buttons, draw, icons, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';
import { planned, preparedAs } from '../../helpers/prepared-package.ts';

beforeEach(() => {
  language.value = 'en';
});
afterEach(undraw);

const GROUPS: readonly MoodleGroup[] = [
  {
    title: 'Grade',
    settings: [
      { name: 'Method', value: '“Highest attempt”', why: 'One counts.' },
      { name: 'Attempts', value: 'no limit', why: 'They go on.' },
    ],
  },
  { title: 'Look', settings: [{ name: 'Window', value: 'new', why: 'Room.' }] },
];
const SAFE = { risk: 'safe', isSame: false } as PlannedPackage['changes'];
const REDO = { risk: 'redo', isSame: false } as PlannedPackage['changes'];
const SAME = { risk: 'safe', isSame: true } as PlannedPackage['changes'];
const since = '2028-03-01';

async function shown(
  packages: readonly PlannedPackage[],
  groups: readonly MoodleGroup[] = [],
  target: 'scorm12' | 'web' = 'scorm12',
): Promise<void> {
  const { studio } = await openStudio({ '1.md': '# One' });
  studio.checked.value = checkedAs(courseOf([sessionOf('1')], { targets: [target] }));
  const work = new Preparation(studio);
  work.prepared.value = preparedAs(packages, { groups });
  await draw(h(MoodleSteps, { work, settings: {} as never }));
}
const modes = (): readonly (string | null)[] =>
  [t('prepare.then.replace'), t('prepare.then.first')].map((name) => button(name).getAttribute('aria-pressed'));
const FIRST = ['false', 'true'];
const REPLACED = ['true', 'false'];
const boxes = (): readonly HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('li input')];
const titles = (): readonly string[] => [...document.querySelectorAll('li label b')].map(wordsOf);

describe('a package', () => {
  test('that is not there yet has no steps', async () => {
    await shown([]);
    expect(document.querySelector('section')).toBeNull();
  });

  test.each([
    ['the first one', '', null, FIRST],
    ['one with safe changes', since, SAFE, REPLACED],
    ['one that would lose answers', since, REDO, FIRST],
    // The download of a first package keeps it: the steps turned to those of a replacement before it was in Moodle.
    ['one that was just kept', since, SAME, FIRST],
    ['one that can’t be compared', since, null, REPLACED],
  ])('is added or replaces the old one: %s', async (_which, day, changes, expected) => {
    await shown([planned({ since: day, changes })]);
    expect(modes()).toEqual(expected);
  });

  test('replaces the old one if one of several does, unless one of them would lose answers', async () => {
    await shown([planned(), planned({ since, changes: SAFE })]);
    expect(modes()).toEqual(REPLACED);
    await shown([planned({ since, changes: SAFE }), planned({ file: 'four/s2.scorm12.zip', since, changes: REDO })]);
    expect([modes(), wordsOf(document.querySelectorAll('.s-moodle-button')[1])]).toEqual([FIRST, 's1.scorm12.zip']);
  });

  test('that would lose answers is not to be replaced, and that is written if somebody wants to', async () => {
    await shown([planned({ since, changes: REDO })]);
    expect(wordsOf(document.body)).not.toContain(t('prepare.then.stop'));
    await press(t('prepare.then.replace'));
    expect([modes(), wordsOf(document.querySelector('.is-error'))]).toEqual([REPLACED, t('prepare.then.stop')]);
  });

  test('with safe changes is replaced without a warning, or added', async () => {
    await shown([planned({ since, changes: SAFE })]);
    expect(document.querySelector('.is-error')).toBeNull();
    await press(t('prepare.then.first'));
    expect([modes(), titles()[0], document.querySelector('.is-error')]).toEqual([FIRST, t('prepare.add'), null]);
  });
});

describe('the steps', () => {
  test('are those of Moodle, with the settings in words for a screen reader', async () => {
    await shown([planned()], GROUPS);
    expect([wordsOf(document.querySelector('h2')), titles()]).toEqual([
      t('prepare.then'),
      [t('prepare.add'), t('prepare.put'), 'Grade', 'Look', t('prepare.try')],
    ]);
    expect([...document.querySelectorAll('li .s-hidden')].map(wordsOf)).toEqual([
      'Method : Highest attempt ; Attempts : no limit',
      'Window : new',
    ]);
    const reasons = [...document.querySelectorAll('li label .s-muted')].map(wordsOf);
    expect(reasons).toEqual([t('prepare.add.why'), t('prepare.put.why'), 'Room.', t('prepare.try.why')]);
    const folded = [...document.querySelectorAll('details')];
    expect(folded.map((one) => [wordsOf(one.querySelector('summary')), ...[...one.querySelectorAll('li')].map(wordsOf)])).toEqual([
      [t('prepare.reasons'), 'One counts.', 'They go on.'],
    ]);
  });

  test('have a drawing of the form, for the eyes only', async () => {
    await shown([planned()], GROUPS);
    const drawings = [...document.querySelectorAll('.s-moodle')];
    expect(drawings.map((one) => one.getAttribute('aria-hidden'))).toEqual(Array.from({ length: 5 }, () => 'true'));
    expect(drawings.map((one) => wordsOf(one.querySelector('b')))).toEqual([
      t('prepare.add.form'),
      t('prepare.put.form'),
      'Grade',
      'Look',
      t('prepare.try.form'),
    ]);
    expect([...document.querySelectorAll('.s-moodle-button')].map(wordsOf)).toEqual([
      t('prepare.add.button'),
      's1.scorm12.zip',
      t('prepare.try.button'),
    ]);
    expect([...document.querySelectorAll('.s-moodle-value')].map(wordsOf)).toEqual(['Highest attempt', 'no limit', 'new']);
    expect([...document.querySelectorAll('.s-moodle-line')].map((line) => [...line.children].map(wordsOf))).toEqual([
      [t('prepare.add.button')],
      ['s1.scorm12.zip'],
      ['Method', 'Highest attempt'],
      ['Attempts', 'no limit'],
      ['Window', 'new'],
      [t('prepare.try.button')],
    ]);
  });

  test('are ticked off, and counted', async () => {
    await shown([planned()], GROUPS);
    const toggle = async (at: number): Promise<unknown> => {
      boxes()[at]?.click();
      await settled();
      const done = [...document.querySelectorAll('.s-todo')].map((one) => one.className === 's-todo is-done');
      return [output('status'), boxes().map(({ checked }) => checked), done];
    };
    const expected = (done: readonly number[]): unknown => {
      const marks = [0, 1, 2, 3, 4].map((at) => done.includes(at));
      return [[t('prepare.then.count', { done: done.length, n: 5 })], marks, marks];
    };
    expect(output('status')).toEqual([t('prepare.then.count', { done: 0, n: 5 })]);
    expect(await toggle(0)).toEqual(expected([0]));
    expect(await toggle(2)).toEqual(expected([0, 2]));
    expect(await toggle(0)).toEqual(expected([2]));
    expect(boxes()[0]?.type).toBe('checkbox');
  });

  test('that are done count only where they are shown', async () => {
    await shown([planned({ since, changes: SAFE })]);
    boxes()[0]?.click();
    await settled();
    await press(t('prepare.then.first'));
    expect(output('status')).toEqual([t('prepare.then.count', { done: 0, n: 3 })]);
  });

  test('for the web are a sentence, without a mode', async () => {
    await shown([planned()], [], 'web');
    expect([wordsOf(document.querySelector('h2')), boxes(), output('status'), buttons()]).toEqual([
      t('prepare.then.web'),
      [],
      [],
      [t('prepare.sheet')],
    ]);
    expect(wordsOf(document.querySelector('section p'))).toBe(t('prepare.then.web.about'));
  });
});

test('the sheet opens, and closes', async () => {
  await shown([planned()]);
  expect([document.querySelector('dialog'), icons(button(t('prepare.sheet')))]).toEqual([null, ['printer']]);
  await press(t('prepare.sheet'));
  expect(wordsOf(document.querySelector('dialog h2'))).toBe(t('prepare.sheet.title'));
  await press(t('close'));
  expect(document.querySelector('dialog')).toBeNull();
});

test('the choice between a first time and a replacement has a name', async () => {
  await shown([planned()], GROUPS);
  expect([...document.querySelectorAll('fieldset > legend')].map(wordsOf)).toEqual([t('prepare.then.mode')]);
});
