import { expect, test } from 'vitest';
import type { NumberedCourse } from '../../../build/model/course.ts';
import { sourcePlaces } from '../../../build/versions/read/source-places.ts';

const at = (line: number) => ({ file: 'm.md', line, column: 1 });
const activity = (id: string, line: number, options: object = {}) => ({
  kind: 'activity',
  activity: { id, type: 'choice', at: at(line), options },
});

const module = (id: string, ...nodes: readonly object[]) => ({
  module: { id, title: id.toUpperCase(), pages: [{ id: 'quai', at: at(5), nodes }] },
  at: at(1),
});

test('sessions, pages and activities have their positions, activities their session', () => {
  const course = {
    source: { shown: 'modules/depot' },
    modules: [module('rames', activity('feu', 7, { questions: [activity('frein', 9)] })), module('voies', activity('rail', 8))],
  } as unknown as NumberedCourse;
  const { places, homes } = sourcePlaces(course, (path) => `./${path}`);
  expect([...places]).toEqual([
    ['rames', './modules/depot/m.md:1'],
    ['rames/quai', './modules/depot/m.md:5'],
    ['rames/feu', './modules/depot/m.md:7'],
    ['rames/frein', './modules/depot/m.md:9'],
    ['voies', './modules/depot/m.md:1'],
    ['voies/quai', './modules/depot/m.md:5'],
    ['voies/rail', './modules/depot/m.md:8'],
  ]);
  expect([...homes]).toEqual([
    ['feu', { id: 'rames', title: 'RAMES' }],
    ['frein', { id: 'rames', title: 'RAMES' }],
    ['rail', { id: 'voies', title: 'VOIES' }],
  ]);
});

test('in a course that is one SCO an activity is found by both of its names', () => {
  const chapters = new Map([['rames', { names: new Map([['feu', 'rames-feu']]) }]]);
  const course = {
    source: { shown: 'd' },
    modules: [module('rames', activity('feu', 7), activity('rail', 8))],
    chapters,
  } as unknown as NumberedCourse;
  const { places, homes } = sourcePlaces(course, (path) => path);
  expect([...places]).toEqual([
    ['rames', 'd/m.md:1'],
    ['rames/quai', 'd/m.md:5'],
    ['rames/rames-feu', 'd/m.md:7'],
    ['rames/feu', 'd/m.md:7'],
    ['rames/rail', 'd/m.md:8'],
  ]);
  expect([...homes.keys()]).toEqual(['feu', 'rail']);
});
