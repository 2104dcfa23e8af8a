// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CourseFacts } from '../../../build/studio/engine/calls.ts';
import type { PrepareRequest } from '../../../build/studio/engine/prepare-calls.ts';
import { PrepareView } from '../../../build/studio/prepare/prepare-view.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import type { Cursor } from '../../../build/studio/studio.ts';
import { checkedAs, courseOf, problemOf, sessionOf } from '../../helpers/checked-course.ts';
import { draw, field, fill, give, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { type OpenStudio, openStudio } from '../../helpers/open-studio.ts';
import { planned, preparedAs } from '../../helpers/prepared-package.ts';

let open: OpenStudio;

beforeEach(() => {
  language.value = 'en';
});
afterEach(undraw);

const COURSE = courseOf([sessionOf('1'), sessionOf('2')], {
  cohorts: [{ name: 'soir', title: 'Evening' }],
  targets: ['scorm12', 'web'],
});
async function shown(
  course: CourseFacts | null = COURSE,
  problems = [problemOf({ severity: 'notice', line: 3 })],
  onGo?: (place: Cursor) => void,
  prepared = preparedAs([planned()]),
): Promise<void> {
  const checked = checkedAs(course, problems);
  open = await openStudio({ '1.md': '# One' }, { open: () => checked, change: () => checked, prepare: () => prepared });
  await draw(h(PrepareView, { studio: open.studio, settings: {} as never, ...(onGo && { onGo }) }));
}
const looks = (): readonly PrepareRequest[] =>
  open.asked.filter(({ name }) => name === 'prepare').map(({ args }) => args[0] as PrepareRequest);
/** Finds a choice by its label, which its first option follows without a space. */
const named = (label: string): RegExp => new RegExp(`^${label}(?=Session|every|SCORM)`);
const select = (label: string): HTMLSelectElement => field<HTMLSelectElement>(named(label));
const options = (label: string): readonly unknown[] => [...select(label).options].map((one) => [one.value, wordsOf(one)]);

test('shows the check, the changes, the package and the steps, and looks at the package once', async () => {
  await shown();
  expect([wordsOf(document.querySelector('h1')), [...document.querySelectorAll('h2')].map((one) => wordsOf(one).split(' ')[0])]).toEqual([
    t('prepare.title'),
    ['Check', 'What', 's1.scorm12.zip', 'Then,'],
  ]);
  expect(looks()).toEqual([{ name: 'id-1', cohort: '', target: 'scorm12' }]);
});

describe('the choices', () => {
  test('are there for a course without a session too, but not without a course', async () => {
    await shown(courseOf([]));
    expect([...document.querySelectorAll<HTMLSelectElement>('.s-choices select')].map((one) => [...one.options].map(wordsOf))).toEqual([
      [],
      [t('prepare.cohort.none')],
    ]);
    await shown(null);
    expect(document.querySelector('.s-choices')).toBeNull();
  });

  test('are the sessions and the course, the cohorts, and the formats', async () => {
    await shown();
    expect(options(t('prepare.what'))).toEqual([
      ['id-1', 'Session 1'],
      ['id-2', 'Session 2'],
      ['four', t('prepare.whole', { n: 2 })],
    ]);
    expect(options(t('prepare.cohort'))).toEqual([
      ['', t('prepare.cohort.none')],
      ['soir', t('prepare.cohort.some', { title: 'Evening' })],
    ]);
    expect(options(t('prepare.format'))).toEqual([
      ['scorm12', t('prepare.target.scorm12')],
      ['web', t('prepare.target.web')],
    ]);
    expect(['what', 'cohort', 'format'].map((one) => select(t(`prepare.${one}` as 'prepare.what')).value)).toEqual(['id-1', '', 'scorm12']);
    expect(select(t('prepare.format')).closest('label')?.title).toBe(t('prepare.format.about'));
  });

  test('leave out the whole of one session, and a format that is the only one', async () => {
    await shown(courseOf([sessionOf('1')]));
    expect(options(t('prepare.what'))).toEqual([['id-1', 'Session 1']]);
    expect(document.querySelectorAll('select').length).toBe(2);
  });

  test('are none in a course that can’t be read, which is not packed', async () => {
    await shown(null);
    expect([document.querySelectorAll('select').length, looks()]).toEqual([0, []]);
  });

  test('are looked at anew, each with the others', async () => {
    await shown();
    await fill(named(t('prepare.what')), 'id-2');
    await fill(named(t('prepare.cohort')), 'soir');
    await fill(named(t('prepare.format')), 'web');
    expect(looks().slice(1)).toEqual([
      { name: 'id-2', cohort: '', target: 'scorm12' },
      { name: 'id-2', cohort: 'soir', target: 'scorm12' },
      { name: 'id-2', cohort: 'soir', target: 'web' },
    ]);
  });

  test('forget an older package that was chosen for another', async () => {
    await shown();
    await give([new File(['old'], 'old.zip')]);
    expect(looks().at(-1)?.old?.name).toBe('old.zip');
    await fill(named(t('prepare.what')), 'id-2');
    expect(looks().at(-1)).toEqual({ name: 'id-2', cohort: '', target: 'scorm12' });
  });
});

test('a change of the texts is looked at', async () => {
  await shown();
  open.studio.edit('modules/four/1.md', '# Two');
  await settled();
  expect(looks().length).toBe(2);
});

test('a place is shown in the text, unless the page does something else', async () => {
  await shown();
  await press(/^Go there/);
  expect(open.studio.cursor.value).toMatchObject({ path: 'modules/four/1.md', line: 3 });
  const places: Cursor[] = [];
  await shown(COURSE, [problemOf({ severity: 'notice', line: 5 })], (place) => void places.push(place));
  await press(/^Go there/);
  expect([places, open.studio.cursor.value]).toEqual([[{ path: 'modules/four/1.md', line: 5 }], null]);
});

test('problems and changes are those of the package, and a change is shown where the page wants it', async () => {
  const change = { where: 'Page 1', at: 'modules/four/1.md:12', what: 'Gone.', why: '' };
  const changes = {
    risk: 'redo',
    isSame: false,
    verdict: '',
    groups: [{ risk: 'redo', title: '', label: '', changes: [change] }],
    notes: [],
  } as const;
  const places: Cursor[] = [];
  const prepared = preparedAs([planned({ since: 'a.zip', changes })], { problems: [problemOf({ problem: 'Of the package.' })] });
  await shown(COURSE, [], (place) => void places.push(place), prepared);
  expect(wordsOf(document.querySelector('.is-error'))).toContain('Of the package.');
  await press(t('prepare.change.see.at', { what: 'Page 1' }));
  expect(places).toEqual([{ path: 'modules/four/1.md', line: 12 }]);
});
