import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuildReport } from '../../../build/model/report.ts';
import { leavingOf, thriftyContent } from '../../../build/model/sco-size.ts';
import { measureSco } from '../../../build/stages/fit/leaving-page.ts';
import { activityTypes } from '../../../build/types/activities.ts';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import type { ModuleContent, Target } from '../../../src/model/course/course.ts';
import { limits2004 } from '../../../src/model/standards/limits.ts';
import { givesWay, leavingLimit } from '../../../src/model/standards/limits-leaving.ts';
import { createTracker } from '../../../src/visit/tracker.ts';
import { depot, rames } from '../../bad-input/depot-project.ts';
import { answerEverything } from '../../helpers/everything-answered.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { list, one, open, prepared } from '../../helpers/prepared-module.ts';
import { beaconBytes } from '../../helpers/strict-lms/beacon.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';
import { buildSheets } from '../../sheets/built-sheets.ts';
import { scorings } from '../../soak/modules.ts';

const STATE = 10_000;
const leaving = (content: ModuleContent) => leavingOf(measureSco(content, activityTypes), STATE);

/** Makes a module of so many questions that work on one of ten competencies. */
function module(questions: number, body = ''): ModuleContent {
  const { content } = prepared(one(0) + body, 'moodle');
  const [first, ...others] = content.activities;
  if (!first) throw new Error('no activity');
  const again = Array.from({ length: questions }, (_, n) => ({ ...first, id: `q${n}`, n: n + 100, competencies: ['c0'] }));
  const competencies = Array.from({ length: 10 }, (_, n) => ({ id: `c${n}`, title: `Freiner à temps, ${'et encore '.repeat(20)}` }));
  return { ...content, competencies, activities: [...others, ...again] };
}

describe('what gives way', () => {
  // The least missed first. Answers, status, score, time and saved state never give way.
  const order = ['weighting', 'latency', 'timestamp', 'description', 'patterns', 'objective-texts', 'competencies'];

  test.each([
    [30, 0],
    [39, 1],
    [43, 2],
    [49, 3],
    [57, 4],
    [70, 5],
    [79, 6],
    [95, 7],
    [120, 7],
  ])('of %i questions: the first %i', (questions, count) => {
    const { thrift, bytes } = leaving(module(questions));
    expect(thrift).toEqual(order.slice(0, count));
    expect(bytes <= leavingLimit).toBe(questions < 100);
  });

  test('nothing else does', () => expect(givesWay).toEqual(order));
});

describe('the estimate', () => {
  const codes = (body: string, ...targets: Target[]): string[] => prepared(body, 'moodle', targets).found;

  test('moodle 3, 36: the build warns where what is left may exceed 64 KiB, and a target is 2004', () => {
    expect(codes(list(60, one), 'scorm2004-4')).toEqual([]);
    expect(codes(list(200, one), 'scorm12', 'scorm2004-4')).toEqual(['warning leaving-page-too-large']);
    expect(codes(list(200, one), 'scorm12', 'web')).toEqual([]);
  });

  test.each([
    ['a small module', 25, 3],
    ['one that leaves something out', 60, 3],
    ['one that leaves all out', 95, 1],
  ])('%s: no fewer bytes than a tab really sends', (_, questions, texts) => {
    const content = module(questions, list(texts, open));
    const { bytes, thrift } = leaving(content);
    const packed = thriftyContent(content, { bytes, thrift });
    const lms = new StrictLms({ version: '2004', asMoodle: true });
    const { now, later } = fakeTime();
    const types = scorings();
    const tracker = createTracker({
      content: packed,
      types,
      driver: createScorm2004(lms.api, packed.thrift),
      now,
      later,
      random: () => 0.4,
    });
    answerEverything(tracker, packed, types, { rounds: 1, texts: 1 });
    tracker.leave();
    const sent = beaconBytes(Object.entries(lms.stored));
    expect(sent).toBeLessThanOrEqual(bytes);
    expect(sent).toBeGreaterThan(bytes * 0.85);
  });

  test.each([1, 2, 3])('a text too long for %i interactions takes another one', (count) => {
    const { content } = prepared(open(0), 'moodle');
    const bytes = (characters: number): number => {
      const activities = content.activities.map((one) => ({
        ...one,
        options: { ...(one.options as object), fields: [{ maxCharacters: characters }] },
      }));
      return leaving({ ...content, activities }).bytes;
    };
    const full = count * limits2004.text;
    expect(bytes(full + 1) - bytes(full)).toBeGreaterThan(100);
    expect(bytes(full + 2) - bytes(full + 1)).toBeLessThan(20);
  });

  test('of a quiz the questions that its rounds can ask count, and all of them where its tries have no limit', () => {
    const bytes = (attributes: string): number => {
      const quiz = `:::::quiz{#bilan draw=2 ${attributes}}\n${list(30, one).replaceAll(':::', '::::')}\n:::::\n`;
      const { activities } = prepared(quiz, 'moodle').content;
      expect(activities).toHaveLength(31);
      return leaving(prepared(quiz, 'moodle').content).bytes;
    };
    const [once, twice, free] = [bytes('attempts=1'), bytes('attempts=2'), bytes('')] as const;
    const ofTwo = twice - once;
    expect(ofTwo).toBeGreaterThan(2000);
    expect(free - once).toBeGreaterThan(ofTwo * 10);
  });
});

test('what is left out travels in the 2004 packages alone, and stands in the report', async () => {
  const targets: readonly Target[] = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'];
  const built = await buildSheets(depot(rames(`# Le quai {#quai}\n\n${list(60, one)}`)), { targets, coursePackages: false });
  const thrifts = await Promise.all(targets.map(async (target) => (await built.content(`depot/rames.${target}`)).thrift));
  expect(thrifts).toEqual([undefined, ['weighting', 'latency'], ['weighting', 'latency'], undefined]);
  const { packages } = JSON.parse(readFileSync(join(built.out, 'build.json'), 'utf8')) as BuildReport;
  expect(packages.map(({ state, warnings }) => [state.thrift, (state.leaving ?? 0) <= leavingLimit, warnings])).toEqual([
    [undefined, true, []],
    [['weighting', 'latency'], true, []],
    [['weighting', 'latency'], true, []],
    [undefined, true, []],
  ]);
});
