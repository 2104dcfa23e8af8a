import { describe, expect, test } from 'vitest';
import { createScorm12 } from '../../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import { createTracker, type Tracker } from '../../../src/visit/tracker.ts';
import { bakeryCourse, bakeryTypes } from '../../helpers/bakery.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';

const content = bakeryCourse({ pass: 60 }, { pass: 60, onFail: 'failed' });

/** A visit of the learner, with all that came of it. */
function visit(lms: StrictLms, version: '1.2' | '2004', work: (tracker: Tracker) => void): StrictLms {
  const { now, later } = fakeTime();
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  const tracker = createTracker({ content, types: bakeryTypes, driver, now, later, random: () => 0.4 });
  tracker.visit(content.pages[0]?.id ?? '');
  work(tracker);
  tracker.leave();
  expect([tracker.saveStatus(), lms.refused, lms.overlong]).toEqual(['saved', [], []]);
  return lms.launchAgain();
}

function round(tracker: Tracker, answer: string, tries: number): void {
  for (let time = 0; time < tries; time++) {
    tracker.restart([6, 7]);
    tracker.draft('bilan', { live: [6, 7], kept: [] });
    for (const id of ['q-prix', 'q-pain']) tracker.submit(id, [answer]);
    tracker.submit('bilan', { live: [6, 7], kept: [] });
  }
}

const night = (tracker: Tracker, answers: readonly string[]): void => {
  tracker.submit('levain', answers);
  tracker.submit('gestes', answers.includes('a') ? ['a', 'b'] : ['c']);
  tracker.submit('recette', 'Farine');
};

/** Status of the whole, and of each objective in its order. */
function reported({ stored }: StrictLms, version: '1.2' | '2004'): unknown {
  const status = version === '1.2' ? ['cmi.core.lesson_status'] : ['cmi.completion_status', 'cmi.success_status'];
  const names = version === '1.2' ? ['id', 'score.raw', 'status'] : ['id', 'score.raw', 'completion_status', 'success_status'];
  const objectives = [0, 1].map((index) => names.map((name) => stored[`cmi.objectives.${index}.${name}`] || undefined));
  return [status.map((name) => stored[name] || undefined), ...objectives];
}

describe.each(['1.2', '2004'] as const)('a course that is one SCO on the strict LMS, %s', (version) => {
  const name = (...words: string[]): string[] => (version === '1.2' ? words.slice(0, 1) : words.slice(1));

  test('one status for all chapters, an objective for each; it fails only once nothing is left to do, and can be passed after that', () => {
    let lms = visit(new StrictLms({ version }), version, (tracker) => round(tracker, 'b', 2));
    // The chapter has failed, the course has not: the night can still be done.
    expect(reported(lms, version)).toMatchObject(
      [
        version === '1.2' ? ['incomplete'] : ['incomplete', 'failed'],
        ['nuit'],
        ['matin', '0', ...name('failed', 'incomplete', 'failed')],
      ].map((row) => (row[0] === 'nuit' ? { 0: 'nuit', 1: undefined } : row)),
    );
    lms = visit(lms, version, (tracker) => night(tracker, ['a']));
    expect(reported(lms, version)).toMatchObject([
      name('failed', 'incomplete', 'failed'),
      ['nuit', '100', ...name('passed', 'completed', 'passed')],
      ['matin', '0', ...name('failed', 'incomplete', 'failed')],
    ]);
    lms = visit(lms, version, (tracker) => round(tracker, 'a', 1));
    expect(reported(lms, version)).toMatchObject([
      name('passed', 'completed', 'passed'),
      ['nuit', '100', ...name('passed', 'completed', 'passed')],
      ['matin', '100', ...name('passed', 'completed', 'passed')],
    ]);
    // Worse answers afterwards lower nothing.
    lms = visit(lms, version, (tracker) => round(tracker, 'b', 1));
    expect(reported(lms, version)).toMatchObject(
      [name('passed', 'completed', 'passed'), ['nuit', '100'], ['matin', '100', ...name('passed', 'completed', 'passed')]].map((row) =>
        row[0] === 'nuit' ? { 0: 'nuit', 1: '100' } : row,
      ),
    );
  });

  test('what an LMS lists of it are its chapters and its competencies, each once', () => {
    let lms = visit(new StrictLms({ version }), version, (tracker) => night(tracker, ['b']));
    lms = visit(lms, version, (tracker) => round(tracker, 'a', 1));
    const ids = Object.entries(lms.stored).flatMap(([element, id]) => (/^cmi\.objectives\.\d+\.id$/.test(element) ? [id] : []));
    expect(ids).toEqual(['nuit', 'matin', 'c1', 'c2']);
  });
});
