import { expect, test } from 'vitest';
import { Slugs, slugOf } from '../../../build/toolchain/site/slugs.ts';

// Anchors as github.com makes them.
test.each([
  ['Déposer dans Moodle', 'déposer-dans-moodle'],
  ['Les activités : ce qui vaut pour toutes', 'les-activités--ce-qui-vaut-pour-toutes'],
  ["L'en-tête d'une séance", 'len-tête-dune-séance'],
  ['From 0.1 to 0.2, with a course', 'from-01-to-02-with-a-course'],
  ['Question à choix : choice', 'question-à-choix--choice'],
  ['snake_case & Co', 'snake_case--co'],
  ['  Deux  espaces ', 'deux--espaces'],
  ['Cafe\u0301 2', 'cafe\u0301-2'],
  ['Œuvres « rares » ?', 'œuvres--rares--'],
])('%s has the anchor that GitHub gives it', (heading, slug) => expect(slugOf(heading)).toBe(slug));

test('headings of the same text are numbered, and no anchor is given twice', () => {
  const slugs = new Slugs();
  expect(['Moodle', 'Moodle', 'Moodle-1', 'Moodle'].map((heading) => slugs.take(heading))).toEqual([
    'moodle',
    'moodle-1',
    'moodle-1-1',
    'moodle-2',
  ]);
});
