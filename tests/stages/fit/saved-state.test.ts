import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { messageOf } from '../../../build/diagnostics/format.ts';
import { leavingOf } from '../../../build/model/sco-size.ts';
import { check } from '../../../build/pipeline.ts';
import { Workshop } from '../../../build/preview/server/workshop.ts';
import { measureSco } from '../../../build/stages/fit/leaving-page.ts';
import { measureState } from '../../../build/stages/fit/saved-state.ts';
import { resolveWhole } from '../../../build/stages/resolve/resolve-whole.ts';
import { activityTypes } from '../../../build/types/activities.ts';
import { createScorm12 } from '../../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import type { ModuleContent, Target } from '../../../src/model/course/course.ts';
import { encodeState } from '../../../src/model/state/codec.ts';
import { newState } from '../../../src/model/state/state.ts';
import { createTracker } from '../../../src/visit/tracker.ts';
import { depot, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { noise } from '../../helpers/noise.ts';
import { session } from '../../helpers/one-course.ts';
import { choice, every, list, one, open, prepared, projectOf } from '../../helpers/prepared-module.ts';
import { beaconBytes } from '../../helpers/strict-lms/beacon.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';
import { isLong } from '../../helpers/sweep.ts';
import { scorings } from '../../soak/modules.ts';

test('marks over the limit of the profile are an error, texts over it a warning', () => {
  expect(prepared(list(800, choice), 'strict').found).toEqual(['error saved-state-too-large']);
  expect(prepared(list(40, choice), 'strict').found).toEqual([]);
  expect(prepared(list(10, open), 'moodle').found).toEqual(['warning texts-too-large']);
  expect(prepared(list(8, open), 'moodle').found).toEqual([]);
});

describe('each target has a limit of its own', () => {
  /** Code, limit and named targets of each problem. */
  const limits = (...[body, profile, targets, built]: Parameters<typeof prepared>) =>
    prepared(body, profile, targets, built)
      .list.filter(({ code }) => !code.startsWith('leaving'))
      .map(({ code, values }) => [code, values.limit, values.targets ?? '']);
  const marks = list(800, choice);
  const texts = list(60, open);

  test('whichever is requested first', () => {
    const found = [['saved-state-too-large', 4096, 'scorm12']];
    expect(limits(marks, 'strict', ['scorm2004-4', 'scorm12'], ['scorm2004-4', 'scorm12'])).toEqual(found);
    expect(limits(marks, 'strict', ['scorm12', 'web'])).toEqual(found);
    expect(limits(marks, 'strict', ['web'])).toEqual([]);
  });

  test('a target that the course does not have limits nothing', () => {
    expect(limits(marks, 'strict', every, ['web'])).toEqual([]);
    expect(limits(marks, 'strict', every, ['scorm2004-4'])).toEqual([]);
    expect(prepared(list(200, one), 'moodle', every, ['scorm12', 'web']).found).toEqual([]);
  });

  test('what several targets have in common is reported once, and what differs for each', () => {
    expect(limits(texts, 'moodle', ['scorm12', 'web'])).toEqual([['texts-too-large', 10_000, '']]);
    expect(limits(texts, 'strict', ['scorm12', 'web'])).toEqual([
      ['texts-too-large', 4096, 'scorm12'],
      ['texts-too-large', 64_000, 'web'],
    ]);
    expect(limits(texts, 'strict', every)).toEqual([
      ['texts-too-large', 4096, 'scorm12'],
      ['texts-too-large', 64_000, 'scorm2004-3, scorm2004-4, web'],
    ]);
  });

  test('in the preview, too', () => {
    const codes = (built: Target): string[] => {
      const project = projectOf(marks, 'strict', [built]);
      const { diagnostics = [] } = new Workshop(join(project, 'modules'), join(project, '.cartable/preview'), engine).course('depot') ?? {};
      return diagnostics.map(({ code }) => code);
    };
    expect(codes('scorm12')).toEqual(['saved-state-too-large']);
    expect(codes('web')).toEqual([]);
  });

  test('the message names the target', () => {
    const [found] = prepared(texts, 'strict', ['scorm12', 'web']).list;
    if (!found) throw new Error('nothing was reported');
    expect(messageOf(found, 'fr').problem).toContain('la limite est 4096 pour scorm12.');
    expect(messageOf(found, 'en').problem).toContain('the limit is 4096 for scorm12.');
  });
});

test('a text counts 0.56 characters of saved state for each that its fields take', () => {
  const texts = (...characters: number[]): number => {
    const body = characters.map((most, n) => `:::open-question{#t${n} max-characters=${most}}\nRacontez ${n}.\n:::\n`).join('\n');
    return measureState(prepared(body, 'moodle').content, activityTypes).texts;
  };
  expect([texts(1000), texts(1001), texts(2000, 499), texts()]).toEqual([560, 561, 1400, 0]);
});

test('a module that was measured before is measured by what it says now', () => {
  const { content } = prepared(`${list(6, choice)}\n${open(1)}`, 'moodle');
  const types = activityTypes;
  const first = measureState(content, types);
  const [start, ...rest] = content.activities;
  if (!start) throw new Error('no activity');
  const changes: Partial<ModuleContent>[] = [
    { title: 'Autrement' },
    { activities: rest },
    { activities: [{ ...start, attempts: 1 }, ...rest] },
    { activities: [...content.activities, ...content.activities.map((one) => ({ ...one, id: `${one.id}-bis`, n: one.n + 100 }))] },
    { activities: content.activities.map((one) => (one.type === 'open-question' ? { ...one, options: { fields: [] } } : one)) },
    { pages: [...content.pages, ...content.pages.map((page) => ({ ...page, n: page.n + 40 }))] },
    {},
  ];
  const sizes = changes.map((change) => measureState({ ...content, ...change }, types));
  // Nothing is known of a module of another course.
  expect(sizes).toEqual(changes.map((change, index) => measureState({ ...content, ...change, course: `autre-${index}` }, types)));
  expect(sizes[0]).toEqual(first);
  expect(new Set(sizes.map(({ marks, texts }) => `${marks} ${texts}`)).size).toBeGreaterThan(4);
});

test('a course that is one SCO is measured as a whole: what its modules hold each may be too much together', () => {
  const day = (count: number, profile: 'moodle' | 'strict', make: (n: number) => string, targets: readonly Target[] = ['scorm12']) => {
    const text = (id: string, from: number): string => list(count, (n) => make(from + n)).replace(/^/, `# ${id} {#page-${id}}\n\n`);
    const project = depot({
      'rames.md': '',
      'course.yaml': `id: depot\ntitle: Au dépôt\nlang: fr\npace: page\npackage: one-sco\nprofile: ${profile}\nmodules: [matin, soir]\n`,
      ...session('matin', 'Le matin', 'completion: activities', text('matin', 0)),
      ...session('soir', 'Le soir', 'completion: visited', text('soir', count)),
    });
    const { diagnostics, requested } = check(requestFor(project, { targets }), engine);
    return {
      course: requested[0]?.course,
      found: diagnostics.list.map(({ code, severity, at, values }) => ({ code, severity, line: at.line, values })),
    };
  };
  expect(day(20, 'strict', choice).found).toEqual([]);
  const [marks] = day(600, 'strict', choice).found;
  expect(marks).toMatchObject({
    code: 'course-state-too-large',
    severity: 'error',
    line: 5,
    values: { limit: 4096, costliest: 'q0, q1, q2' },
  });
  expect(day(6, 'moodle', open).found).toMatchObject([{ code: 'course-texts-too-large', severity: 'warning', line: 5 }]);
  expect(day(85, 'moodle', one, ['scorm12', 'scorm2004-4']).found).toMatchObject([
    { code: 'leaving-course-too-large', severity: 'warning' },
  ]);
  const { course } = day(20, 'moodle', choice);
  if (!course) throw new Error('no course');
  const { content } = resolveWhole(course, null, engine.types, new Diagnostics());
  // Chapters are part of it.
  const { chapters: _, ...alone } = content;
  expect(measureState(content, activityTypes).marks).toBeGreaterThan(measureState(alone, activityTypes).marks);
  const lms = play(content, '2004', () => ['a', 'b']);
  expect(beaconBytes(Object.entries(lms.stored))).toBeLessThanOrEqual(leavingOf(measureSco(content, activityTypes), 10_000).bytes);
  expect(lms.stored['cmi.suspend_data']?.length).toBeLessThanOrEqual(measureState(content, activityTypes).marks);
});

test('the worst case is worse than what any learner leaves', () => {
  const { content } = prepared(list(60, choice), 'moodle');
  const { marks } = measureState(content, activityTypes);
  const answer = fc.subarray(['a', 'b', 'c', 'd']);
  const learner = fc.array(fc.record({ answer, draft: fc.option(answer, { nil: undefined }), tries: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 60,
    maxLength: 60,
  });
  fc.assert(
    fc.property(learner, (activities) => {
      const state = {
        ...newState('abcd1234'),
        counter: 500,
        score: 66.67,
        seen: [0],
        time: 5000,
        active: 4000,
        activities: Object.fromEntries(activities.map(({ draft, ...one }, n) => [n, draft === undefined ? one : { ...one, draft }])),
        places: content.activities.map(({ n }) => [n, 0, 1] as const),
      };
      expect(encodeState(state, content).length).toBeLessThanOrEqual(marks);
    }),
    { numRuns: isLong ? 60 : 15 },
  );
});

const types = scorings();

/** Plays a module to its end on the strict LMS, with the limits of the standard. */
function play(content: ModuleContent, version: '1.2' | '2004', answerOf: (id: string) => unknown): StrictLms {
  const lms = new StrictLms({ version });
  const { now, later } = fakeTime();
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  const tracker = createTracker({ content, types, driver, now, later, random: () => 0.4 });
  tracker.visit(content.pages[0]?.id ?? '');
  for (const { id } of content.activities) tracker.submit(id, answerOf(id) as never);
  tracker.leave();
  expect(tracker.saveStatus()).toBe('saved');
  return lms;
}

test('310 choice questions, all answered, fit 4096 characters in every target', () => {
  const { content, found } = prepared(list(310, one), 'strict', ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web']);
  expect(found.filter((code) => code.startsWith('error'))).toEqual([]);
  expect(measureState(content, activityTypes).marks).toBeLessThanOrEqual(4096);
  const letters = noise(content.activities.length, 7);
  const answers = new Map(content.activities.map(({ id }, index) => [id, ['abc'[letters.charCodeAt(index) % 3]]]));
  for (const version of ['1.2', '2004'] as const) {
    const lms = play(content, version, (id) => answers.get(id));
    expect(lms.stored['cmi.suspend_data']?.length).toBeLessThanOrEqual(4096);
    expect(Object.keys(lms.stored).filter((element) => /_response$/.test(element))).toHaveLength(310);
    expect(lms.refused).toEqual([]);
  }
});

test('an answer of 3000 characters is found whole in what the LMS holds', () => {
  const { content } = prepared(':::open-question{#recit max-characters=3000}\nRacontez.\n:::\n', 'moodle');
  const text = 'L’été, à six heures, la rame « 7 » attend déjà ; personne ne l’a prévenue. '.repeat(40).slice(0, 2999).concat('.');
  for (const version of ['1.2', '2004'] as const) {
    const lms = play(content, version, () => text);
    const field = version === '1.2' ? 'student_response' : 'learner_response';
    const places = Array.from({ length: 20 }, (_, place) => lms.stored[`cmi.interactions.${place}.${field}`] ?? '');
    expect(places.join('')).toBe(text);
    expect(lms.stored['cmi.interactions.0.id']).toBe('recit');
    expect([lms.refused, lms.overlong]).toEqual([[], []]);
  }
});
