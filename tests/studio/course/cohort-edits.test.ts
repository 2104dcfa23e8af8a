import { expect, test } from 'vitest';
import { addCohort, cohortTexts } from '../../../build/studio/course/cohort-edits.ts';
import { CourseDesk } from '../../../build/studio/course/desk.ts';
import { openedStudio } from '../../helpers/opened-studio.ts';

const EVENING = '# Le soir\ntitle: Le soir\ntags: [soir]\n';
const FILES = {
  'modules/a/course.yaml': 'id: a\nmodules: []\n',
  'modules/a/cohorts/soir.yaml': EVENING,
  'modules/a/cohorts/matin.yaml': 'tags: [a\n',
  'modules/a/cohorts/lisez.md': 'x',
  'modules/a/cohorts/nord.yaml.txt': 'title: Nord\n',
  'modules/a/cohorts/nuit.yml': 'title: La nuit\n',
};

async function opened() {
  const studio = await openedStudio(FILES);
  return { desk: new CourseDesk(studio), text: (path: string): string | undefined => studio.project.text(path) };
}

test('cohorts are read by file; one with a mistake has its name as title', async () => {
  const { desk } = await opened();
  expect(cohortTexts(desk)).toEqual([
    { name: 'matin', path: 'modules/a/cohorts/matin.yaml', title: 'matin', plain: undefined },
    { name: 'soir', path: 'modules/a/cohorts/soir.yaml', title: 'Le soir', plain: { title: 'Le soir', tags: ['soir'] } },
  ]);
});

test('a cohort is made empty or as a copy, with a name that is free', async () => {
  const { desk, text } = await opened();
  expect(addCohort(desk, 'Le midi', null)).toBe('modules/a/cohorts/le-midi.yaml');
  expect(text('modules/a/cohorts/le-midi.yaml')).toBe('title: Le midi\n');
  expect(addCohort(desk, 'Soir', 'modules/a/cohorts/soir.yaml')).toBe('modules/a/cohorts/soir-2.yaml');
  expect(text('modules/a/cohorts/soir-2.yaml')).toBe(EVENING.replace('title: Le soir', 'title: Soir'));
  expect(text('modules/a/cohorts/soir.yaml')).toBe(EVENING);
  expect(addCohort(desk, '…', null)).toBe('modules/a/cohorts/promotion.yaml');
});

test('one with a mistake is not copied', async () => {
  const { desk, text } = await opened();
  expect(addCohort(desk, 'Nuit', 'modules/a/cohorts/matin.yaml')).toBeNull();
  expect(text('modules/a/cohorts/nuit.yaml')).toBeUndefined();
});
