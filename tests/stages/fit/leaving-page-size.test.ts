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

test('an answer is described by its own text, else by the title of its activity', () => {
  const [first] = content.activities.slice(0, 1);
  if (!first) throw new Error('no activity');
  const bytes = (title: string, text: string): number =>
    besides({ activities: [{ ...first, title, slots: first.slots.slice(0, 1).map((slot) => ({ ...slot, text })) }] }).description ?? 0;
  expect([bytes('Le frein', 'Le patin serre'), bytes('Le patin serre', '')]).toEqual(Array(2).fill(bytes('', 'Le patin serre')));
  expect(bytes('', '')).toBe(0);
});

const total = (activities: ModuleContent['activities']): number =>
  Object.values(besides({ activities })).reduce((sum, bytes) => sum + bytes, 0);

test('a quiz sends the largest questions that its rounds can ask, and all of them without a limit of rounds', () => {
  const rounds = (attempts: number, longest = ''): number =>
    total(
      content.activities.map((one) => {
        if (one.id === 'bilan') return { ...one, attempts };
        return one.id === longest ? { ...one, competencies: ['c1', 'c2', 'c3'] } : one;
      }),
    );
  const asked = content.activities.filter(({ quiz }) => quiz === 'bilan').map(({ id }) => id);
  expect(asked).toHaveLength(3);
  expect([rounds(2), rounds(0)]).toEqual([rounds(3), rounds(3)]);
  expect(rounds(1)).toBeLessThan(rounds(2));
  const more = rounds(0, asked[0]) - rounds(0);
  expect(more).toBeGreaterThan(0);
  expect(asked.map((id) => rounds(1, id) - rounds(1))).toEqual([more, more, more]);
});

test('an activity sends ten competencies at most', () => {
  const bytes = (count: number): number => {
    const names = Array.from({ length: count }, (_, n) => `c${n % 10}`);
    return besides({ activities: content.activities.slice(0, 1).map((one) => ({ ...one, competencies: names })) }).competencies ?? 0;
  };
  expect([bytes(9), bytes(10), bytes(11), bytes(12)]).toEqual([9, 10, 10, 10].map((count) => count * bytes(1)));
});

test('a text of 3999 characters is one interaction, and each 3999 more one besides', () => {
  const [text] = content.activities.filter(({ type }) => type === 'open-question');
  if (!text) throw new Error('no text');
  const bytes = (maxCharacters: number): number => total([{ ...text, options: { fields: [{ maxCharacters }] } }]) - 1.06 * maxCharacters;
  const [none, one, full, two, both, three] = [0, 1, 3999, 4000, 7998, 7999].map((count) => Math.round(bytes(count)));
  expect([one, full]).toEqual([none, none]);
  expect(two).toBeGreaterThan(full ?? 0);
  expect(both).toBe(two);
  expect((three ?? 0) - (both ?? 0)).toBe((two ?? 0) - (full ?? 0));
});
