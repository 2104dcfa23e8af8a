import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { openCourse } from '../../build/open-course.ts';
import { resolveVariant } from '../../build/stages/resolve/resolve-variants.ts';
import { activityTypes } from '../../build/types/activities.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import type { Options } from '../../templates/quiz/type.ts';
import { engine } from '../helpers/engine.ts';
import { root } from '../helpers/examples-project.ts';

/** The sessions of the course, without a cohort. */
function sessions(): ModuleContent[] {
  const diagnostics = new Diagnostics();
  const course = openCourse(join(root, 'modules/partenariats-reseaux'), { provisional: true }, engine, diagnostics);
  if (!course) throw new Error(JSON.stringify(diagnostics.list));
  return course.modules.map((module) => resolveVariant(course, module, null, activityTypes, diagnostics).built.content);
}

/** The share of a competency in each scored quiz, with as many questions as the quiz may choose from. */
function sharesOf({ activities }: ModuleContent, competency: string): { share: number; known: number }[] {
  return activities.flatMap(({ type, points, options }) => {
    if (type !== 'quiz' || points === 0) return [];
    const { draw, questions } = options as Options;
    const shares = draw && 'shares' in draw ? draw.shares : [];
    const known = questions.filter(({ competencies }) => competencies.includes(competency)).length;
    return shares.flatMap(([id, share]) => (id === competency ? [{ share, known }] : []));
  });
}

describe.each(sessions().map((content) => [content.id, content] as const))('%s', (_, content) => {
  test.each(content.competencies.map(({ id }) => id))('%s has three scored questions on the way of each learner', (id) => {
    const ofPages = content.activities.filter(
      ({ type, quiz, points, required, competencies }) =>
        type !== 'quiz' && quiz === undefined && points > 0 && required && competencies.includes(id),
    );
    const drawn = sharesOf(content, id).reduce((sum, { share }) => sum + share, 0);
    expect(ofPages.length + drawn).toBeGreaterThanOrEqual(3);
  });

  test.each(content.competencies.map(({ id }) => id))('%s has new questions for a second attempt', (id) => {
    for (const { share, known } of sharesOf(content, id)) expect(known).toBeGreaterThanOrEqual(2 * share);
  });
});
