import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { openCourse } from '../../build/open-course.ts';
import { resolveVariant } from '../../build/stages/resolve/resolve-variants.ts';
import { activityTypes } from '../../build/types/activities.ts';
import { createScorm12 } from '../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../src/lms/scorm2004.ts';
import type { Answer, Scoring } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { createTracker } from '../../src/visit/tracker.ts';
import { engine } from '../helpers/engine.ts';
import { examplesProject, type Language, languages } from '../helpers/examples-project.ts';
import { StrictLms } from '../helpers/strict-lms.ts';

const types: Record<string, Scoring> = Object.fromEntries(
  [...activityTypes].flatMap(([name, { scoring }]) => (scoring ? [[name, scoring]] : [])),
);

/** The module of all examples. */
function contentIn(lang: Language): ModuleContent {
  const diagnostics = new Diagnostics();
  const folder = join(examplesProject(lang), 'modules/galerie');
  const course = openCourse(folder, { provisional: false }, engine, diagnostics);
  const [module] = course?.modules ?? [];
  if (!course || !module) throw new Error('the examples make no course');
  return resolveVariant(course, module, null, activityTypes, diagnostics).built.content;
}

function answersOf(type: string, options: unknown): Answer[] {
  const scoring = types[type];
  const largest = scoring?.largest(options) ?? null;
  const written = typeof largest === 'string' ? 'Un texte, puis\nune autre ligne : « voilà ».' : largest;
  return [largest, scoring?.solve?.(options) ?? written];
}

function trackerOver(content: ModuleContent, lms: StrictLms, version: '1.2' | '2004') {
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  let now = Date.UTC(2026, 8, 1, 9);
  return createTracker({ content, types, driver, now: () => (now += 1500), random: () => 0.4, later: () => () => {} });
}

describe.each(['1.2', '2004'] as const)('%s', (version) => {
  test.each(languages)('every answer of every type is sent in a form that the strict LMS accepts, in %s', (lang) => {
    const content = contentIn(lang);
    const lms = new StrictLms({ version });
    const tracker = trackerOver(content, lms, version);
    for (const page of content.pages) tracker.visit(page.id);
    for (const activity of content.activities) {
      if (types[activity.type]?.draw) continue;
      for (const answer of answersOf(activity.type, activity.options)) {
        tracker.submit(activity.id, answer);
        tracker.flush();
      }
    }
    tracker.leave();
    expect(lms.refused).toEqual([]);
    expect(lms.overlong).toEqual([]);
    const ids = Object.entries(lms.stored)
      .filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element))
      .map(([, id]) => id);
    // In 1.2 every slot is sent at the start, in 2004 only the answered ones.
    const reported = content.activities.flatMap((activity) => {
      const answered = answersOf(activity.type, activity.options).flatMap(
        (answer) => types[activity.type]?.report(activity.options, answer) ?? [],
      );
      const isTold = ({ part }: { part?: string }): boolean => version === '1.2' || answered.some((one) => one.part === part);
      return activity.slots.filter(isTold).map((slot) => activity.id + (slot.part ? `.${slot.part}` : ''));
    });
    expect(ids.sort()).toEqual(reported.sort());
  });
});
