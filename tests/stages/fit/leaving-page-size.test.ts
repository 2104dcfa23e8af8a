import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { checkLeaving, measureSco } from '../../../build/stages/fit/leaving-page.ts';
import { activityTypes } from '../../../build/types/activities.ts';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { list, one, open, prepared } from '../../helpers/prepared-module.ts';

const QUIZ = `:::::quiz{#bilan draw=2 attempts=1}\n${[7, 8, 9].map((n) => one(n).replaceAll(':::', '::::')).join('\n')}\n:::::\n`;
const { content } = prepared(`${list(3, one)}\n${open(0)}\n${QUIZ}`, 'moodle');
const competencies = [
  { id: 'c1', title: 'Freiner à temps' },
  { id: 'c2', title: 'Rouler' },
];
const asked = content.activities.map((activity) => ({ ...activity, competencies: ['c1', 'c2'] }));
const besides = (more: Partial<ModuleContent> = {}) => measureSco({ ...content, ...more }, activityTypes).besides;

test('what a page sends has a size for each kind of data', () => {
  expect(besides()).toEqual({
    kept: 7101,
    weighting: 726,
    latency: 780,
    timestamp: 858,
    description: 813,
    patterns: 705,
    competencies: 0,
    'objective-texts': 0,
  });
  expect(besides({ activities: asked, competencies })).toEqual({
    ...besides(),
    kept: 8871,
    competencies: 1560,
    'objective-texts': 262,
  });
});

test('a module without activities sends its own elements, and its pages by the longest name', () => {
  const page = (id: string) => ({ id, n: 0, title: 'Page' });
  const bytes = [[], [page('quai')], [page('quai'), page('depot'), page('x')]].map((pages) => besides({ activities: [], pages }).kept ?? 0);
  expect(bytes.map((one) => one - (bytes[0] ?? 0))).toEqual([0, 4, 5]);
  expect(bytes[0]).toBe(2032);
});

test('chapters are objectives as competencies are', () => {
  const chapters = competencies.map(({ id, title }, n) => ({
    id,
    title,
    n,
    minutes: 1,
    completion: 'visited' as const,
    onFail: 'incomplete' as const,
    pages: 1,
  }));
  expect(besides({ chapters })).toEqual(besides({ competencies }));
  expect(besides({ chapters, competencies })).not.toEqual(besides({ competencies }));
});

test('a page that may not be sent when its tab is closed is a warning, above 64 KiB', () => {
  const found = (bytes: number, of: ModuleContent = content) => {
    const diagnostics = new Diagnostics();
    checkLeaving(of, { bytes, thrift: [] }, { file: 'rames.md', line: 4, column: 1 }, diagnostics);
    return diagnostics.list.map(({ severity, code, at, values }) => [severity, code, at.line, values]);
  };
  expect(found(65_536)).toEqual([]);
  expect(found(65_537)).toEqual([['warning', 'leaving-page-too-large', 4, { size: 65, limit: 64 }]]);
  expect(found(70_000, { ...content, chapters: [] })).toEqual([['warning', 'leaving-course-too-large', 4, { size: 69, limit: 64 }]]);
});
