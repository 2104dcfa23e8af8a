import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScorm12 } from '../../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import type { Answer } from '../../../src/model/course/activity.ts';
import { encodeState } from '../../../src/model/state/codec.ts';
import { sealOf } from '../../../src/model/state/seal.ts';
import { newState } from '../../../src/model/state/state.ts';
import { createTracker } from '../../../src/visit/tracker.ts';
import { bakery } from '../../helpers/bakery.ts';
import { root } from '../../helpers/examples-project.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { elements, openStrict, startStrict, type Version } from '../../helpers/open-strict.ts';
import { owner } from '../../helpers/saved-state.ts';
import { type Stored, StrictLms } from '../../helpers/strict-lms.ts';
import { isLong } from '../../helpers/sweep.ts';
import { randomModules, scorings } from '../../soak/modules.ts';

const content = bakery({ pass: 20, completion: 'score' });
const both = ['1.2', '2004'] as const;
const data = 'cmi.suspend_data';

/** Returns the LMS's data of a learner who passed and typed some text. */
function passedIn(version: Version): Stored {
  const lms = new StrictLms({ version });
  const tracker = openStrict(lms, version, content);
  tracker.submit('levain', ['a']);
  tracker.submit('recette', 'Farine, eau, sel');
  tracker.leave();
  return lms.stored;
}

const held = { '1.2': passedIn('1.2'), '2004': passedIn('2004') };

/** Texts that an LMS might hold instead: cut anywhere, one sign altered, of another module, of a later version. */
function anyDamage(version: Version): fc.Arbitrary<string> {
  const text = held[version][data] ?? '';
  const at = fc.nat({ max: text.length - 1 });
  return fc.oneof(
    at.filter((place) => place > 0).map((place) => text.slice(0, place)),
    fc
      .tuple(at, fc.constantFrom(...'AZaz09-_'))
      .map(([place, sign]) => text.slice(0, place) + sign + text.slice(place + 1))
      .filter((altered) => altered !== text),
    fc.constant(encodeState(newState('other'), owner('jour'))),
    fc.stringMatching(/^[\w-]{1,40}$/).map((body) => `3${sealOf(`3nuit${body}`)}${body}`),
    fc.stringMatching(/^[ -~]{1,60}$/).filter((noise) => noise.trim() !== ''),
  );
}

const isNewer = (text: string): boolean => text.startsWith('3') && text.slice(1, 6) === sealOf(`3nuit${text.slice(6)}`);

test.each(both)('%s: an unreadable state crashes nothing, is reported, and stays until the first real event', (version) => {
  const { raw, status } = elements[version];
  fc.assert(
    fc.property(anyDamage(version), (text) => {
      const lms = new StrictLms({ version, stored: { ...held[version], [data]: text } });
      const tracker = openStrict(lms, version, content);
      expect(tracker.found).toBe(isNewer(text) ? 'newer' : 'unreadable');
      tracker.visit('vente');
      tracker.leave();
      // A learner who only looks changes nothing: neither the state nor the LMS's score and status.
      expect(lms.stored[data]?.trim()).toBe(text.trim());
      expect([lms.stored[raw], lms.stored[status]]).toEqual([held[version][raw], held[version][status]]);
      const again = lms.launchAgain();
      const second = openStrict(again, version, content);
      second.submit('gestes', ['a']);
      second.leave();
      expect([again.stored[raw], again.stored[status]]).toEqual(['20', held[version][status]]);
      const third = startStrict(again.launchAgain(), version, content);
      expect(third.found).toBe('state');
      expect(third.state()).toMatchObject({ activities: { 1: { answer: ['a'], tries: 1 } }, score: 20, status: 'passed' });
    }),
    { numRuns: isLong ? 60 : 15 },
  );
});

test.each(both)('%s: who only looks at a state that can not be read lowers neither progress nor place', (version) => {
  const lms = new StrictLms({ version, stored: { ...held[version], [data]: 'cut' } });
  const before = { ...lms.stored };
  const tracker = openStrict(lms, version, content);
  tracker.visit('vente');
  tracker.leave();
  for (const element of [elements[version].place, 'cmi.progress_measure', 'cmi.completion_status'])
    expect(lms.stored[element]).toBe(before[element]);
});

test.each(both)('%s: a forgotten page says nothing of the work when it is closed, which may have gone on elsewhere', async (version) => {
  const lms = new StrictLms({ version });
  const time = fakeTime();
  const tracker = openStrict(lms, version, content, time);
  tracker.submit('levain', ['a']);
  await time.pass(2000);
  await time.pass(31 * 60_000);
  const before = lms.calls.length;
  tracker.leave();
  const { exit } = elements[version];
  const set = lms.calls.slice(before).flatMap(({ name, args: [element] }) => (/SetValue/.test(name) ? String(element) : []));
  expect(set.filter((element) => !/session_time$/.test(element) && element !== exit)).toEqual([]);
  expect(set.some((element) => /session_time$/.test(element))).toBe(true);
});

test('2004: answers that the LMS lists of a state that is gone stay listed beside the new ones', () => {
  const lms = new StrictLms({ version: '2004', stored: { ...held['2004'], [data]: 'cut' } });
  const tracker = openStrict(lms, '2004', content);
  tracker.submit('gestes', ['a']);
  tracker.leave();
  const ids = Array.from({ length: 4 }, (_, place) => lms.stored[`cmi.interactions.${place}.id`]);
  expect(ids).toEqual(['levain', 'recette', 'gestes', undefined]);
  expect(lms.stored['cmi.interactions.1.learner_response']).toBe('Farine, eau, sel');
  const next = lms.launchAgain();
  openStrict(next, '2004', content).leave();
  expect(next.stored['cmi.interactions.2.learner_response']).toBe('a');
});

test('1.2: where a state is gone, each question keeps the place that it has in the list of the LMS', () => {
  const lms = new StrictLms({ version: '1.2', stored: { ...held['1.2'], [data]: 'cut' } });
  const ids = (stored: Stored): [string, string][] =>
    Object.entries(stored).filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element));
  const before = ids(lms.stored);
  const tracker = openStrict(lms, '1.2', content);
  tracker.submit('gestes', ['a']);
  tracker.leave();
  expect(before.slice(0, 2).map(([, id]) => id)).toEqual(['levain', 'gestes']);
  expect(ids(lms.stored)).toEqual(before);
  expect(lms.stored['cmi.interactions.1.student_response']).toBe('a');
});

const { answer: anyAnswer } = fc.letrec<{ answer: Answer }>((tie) => ({
  answer: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ maxLength: 8 }),
    fc.array(tie('answer'), { maxLength: 3 }),
    // Among them the members that quizzes keep.
    fc.dictionary(fc.constantFrom('a', 'b', 'drawn', 'kept', 'round', 'done'), tie('answer'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const anyActivity = fc.record(
  { answer: anyAnswer, draft: anyAnswer, tries: fc.nat({ max: 5 }) },
  { requiredKeys: ['tries'], noNullPrototype: true },
);
const anyState = fc.record({
  activities: fc.dictionary(fc.nat({ max: 30 }).map(String), anyActivity, { noNullPrototype: true }),
  places: fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 3 }), fc.nat({ max: 3 })), { maxLength: 8 }),
  page: fc.nat({ max: 9 }),
});

/** All activity types, in modules that the build made of their examples. */
const modules = randomModules(root, 1);
const types = scorings();

test.each(both)(
  '%s: a state that is whole, but holds answers of any shape, numbers that are gone and places of nobody, works',
  (version) => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...modules), (state, module) => {
        const text = encodeState({ ...newState('abcd1234'), ...state, seen: [state.page] }, module);
        const lms = new StrictLms({ version, stored: { [data]: text, [elements[version].exit]: 'suspend' } });
        const { now, later } = fakeTime();
        const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
        const tracker = createTracker({ content: module, types, driver, now, later, random: () => 0.4 });
        expect(['state', 'updated']).toContain(tracker.found);
        tracker.visit(module.pages[0]?.id ?? '');
        for (const { id } of module.activities) tracker.standing(id);
        tracker.leave();
        expect(tracker.saveStatus()).toBe('saved');
        expect([lms.refused, lms.overlong]).toEqual([[], []]);
      }),
      { numRuns: isLong ? 150 : 30 },
    );
  },
);
