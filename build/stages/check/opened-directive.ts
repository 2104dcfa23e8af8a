import type { Position } from '../../diagnostics/diagnostics.ts';
import type { Block, Directive, ValidActivity } from '../../model/source.ts';
import { typography } from '../../text/typography.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import { titleOf } from './activity-title.ts';
import { checkCompetency } from './check-competency.ts';
import type { CourseContext } from './context.ts';
import { doubtful } from './doubtful.ts';
import type { ReadOptions } from './read-options.ts';
import { takeId } from './take-id.ts';

/** A directive whose name and attributes were read. */
export interface Opened {
  readonly directive: Directive;
  readonly type: ActivityType;
  readonly options: ReadOptions;
}

function isAfter(block: Block): block is Extract<Block, { kind: 'directive' }> {
  return block.kind === 'directive' && block.directive.name === 'after';
}

/** Splits a body into the blocks for the form and the directives `:::after`. */
export function bodyOf({ directive, type }: Opened): { readonly body: readonly Block[]; readonly after: readonly Directive[] } {
  const after = directive.body.filter(isAfter).map((block) => block.directive);
  return { body: type.kind === 'activity' ? directive.body.filter((block) => !isAfter(block)) : directive.body, after };
}

/** Runs the type's own checks; consequences of a reported attribute are not reported. @param placeOf finds a part by its marker */
export function checkValues(
  { directive: { at }, type, options: { broken } }: Opened,
  values: Record<string, unknown>,
  placeOf: (token: string) => Position | undefined,
  { diagnostics }: CourseContext,
): void {
  const { options, isAsked } = doubtful(values, broken);
  type.check?.(options, {
    at,
    error: (code, more, token = '') => {
      if (!isAsked()) diagnostics.error(code, placeOf(token) ?? at, more);
    },
    warning: (code, more) => {
      if (!isAsked()) diagnostics.warning(code, at, more);
    },
  });
}

/**
 * Takes the id of an activity, and reads its title, points and competencies.
 * @param body its blocks; `isFurther`: by default it is optional and unscored
 */
export function activityOf(
  { directive, type, options }: Opened,
  values: Readonly<Record<string, unknown>>,
  { blocks: body, isFurther }: { readonly blocks: readonly Block[]; readonly isFurther: boolean },
  context: CourseContext,
): Omit<ValidActivity, 'options' | 'parts'> {
  const { at, name, attributes } = directive;
  const { common } = options;
  const { lang } = context.course;
  const title = titleOf({ directive, type, options, body }, lang);
  const id = takeId({ id: attributes.id, at, name, words: title, fallback: name }, context);
  const scored = typeof type.scored === 'function' ? type.scored(values) : (type.scored ?? false);
  for (const competency of common.competency ?? []) checkCompetency(competency, at, context);
  return {
    id,
    type: name,
    at,
    ...(common.title !== undefined && { heading: typography(common.title, lang) }),
    title,
    points: scored === false ? 0 : (common.points ?? (scored === 'asked' || isFurther ? 0 : 1)),
    attempts: common.attempts ?? 0,
    competencies: common.competency ?? [],
    required: common.required ?? !isFurther,
    seenBy: values.seenBy === 'me' ? 'me' : 'trainer',
  };
}
