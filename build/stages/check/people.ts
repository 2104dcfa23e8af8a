import type { Position } from '../../diagnostics/diagnostics.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { type Expression, expressions } from '../../kit/features.ts';
import { pictogramPath, portraitPath } from '../../kit/kit-path.ts';
import { plainFace } from '../../model/course-file.ts';
import type { Person } from '../../model/cover.ts';
import { assetMarker } from '../../model/markers.ts';
import { ownValue } from '../../model/own-value.ts';
import type { WrittenExpression } from '../../model/source.ts';
import { typography } from '../../text/typography.ts';
import type { CourseContext } from './context.ts';

type CheckPeople = Pick<CourseContext, 'course' | 'diagnostics'>;

/** Number of colours for the disc behind a face. */
const DISCS = 4;

function isExpression(word: string): word is Expression {
  return ownValue(expressions, word as Expression) !== undefined;
}

/** Reports an expression that the kit doesn't draw. */
function checkedExpression(word: string | undefined, at: Position, { diagnostics }: CheckPeople): Expression | undefined {
  if (word === undefined || isExpression(word)) return word;
  const known = Object.keys(expressions);
  diagnostics.error('unknown-feature', at, { key: 'expression', value: word, near: nearest(word, known), keys: known.join(', ') });
  return undefined;
}

/**
 * Finds a person of the course. Reports unknown names.
 * @param name id, in upper or lower case
 * @param expression facial expression, if it isn't the person's usual one
 */
export function personOf(name: string, expression: WrittenExpression | undefined, at: Position, context: CheckPeople): Person | null {
  const { course, diagnostics } = context;
  const id = name.trim().toLowerCase();
  const index = course.people.findIndex((one) => one.id === id);
  const found = course.people[index];
  const shown = checkedExpression(expression?.word, expression?.at ?? at, context);
  if (!found) {
    const known = course.people.map((one) => one.id);
    diagnostics.error('unknown-person', at, { name, near: nearest(id, known) });
    return null;
  }
  const { role, picture, face = plainFace, colour = (index % DISCS) + 1 } = found;
  const isOther = picture === undefined && shown !== undefined && shown !== face.expression;
  const typeset = (text: string): string => typography(text, course.lang);
  return {
    id,
    name: typeset(found.name),
    ...(role !== undefined && { role: typeset(role) }),
    colour,
    face: assetMarker(picture ?? portraitPath(id, face)),
    ...(isOther && { now: assetMarker(portraitPath(id, { ...face, expression: shown })) }),
    ...(picture !== undefined && { isPhoto: true }),
  };
}

/** Returns the marker of a pictogram. Reports a name that the kit doesn't have, and returns ''. */
export function pictogramOf(name: string, at: Position, { kit, diagnostics }: Pick<CourseContext, 'kit' | 'diagnostics'>): string {
  if (kit.hasPictogram(name)) return assetMarker(pictogramPath(name));
  diagnostics.error('unknown-pictogram', at, { name, near: nearest(name, kit.pictograms) });
  return '';
}
