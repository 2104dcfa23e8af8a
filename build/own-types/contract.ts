import * as z from 'zod';
import * as captions from '../../src/model/course/captions.ts';
import * as levels from '../../src/model/course/levels.ts';
import * as ownWords from '../../src/model/course/own-words.ts';
import * as accepted from '../../src/model/judging/accepted.ts';
import * as score from '../../src/model/judging/score.ts';
import * as typedAnswer from '../../src/model/judging/typed-answer.ts';
import * as story from '../../src/model/record/story.ts';
import { mostInAnswer } from '../../src/model/standards/limits.ts';
import * as seen from '../../src/model/state/seen.ts';
import { pathIn } from '../model/markers.ts';
import { blanks } from '../stages/check/forms/blanks.ts';
import { cards } from '../stages/check/forms/cards.ts';
import { choices } from '../stages/check/forms/choices.ts';
import { comparison } from '../stages/check/forms/comparison.ts';
import { composed } from '../stages/check/forms/composed.ts';
import { definitions } from '../stages/check/forms/definitions.ts';
import { fields } from '../stages/check/forms/fields.ts';
import { grid } from '../stages/check/forms/grid.ts';
import { groups } from '../stages/check/forms/groups.ts';
import { labels } from '../stages/check/forms/labels.ts';
import { mistakes } from '../stages/check/forms/mistakes.ts';
import { none } from '../stages/check/forms/none.ts';
import { pairs } from '../stages/check/forms/pairs.ts';
import { passages } from '../stages/check/forms/passages.ts';
import { prose } from '../stages/check/forms/prose.ts';
import { scale } from '../stages/check/forms/scale.ts';
import { scenes } from '../stages/check/forms/scenes.ts';
import { speeches } from '../stages/check/forms/speeches.ts';
import { spots } from '../stages/check/forms/spots.ts';
import { steps } from '../stages/check/forms/steps.ts';
import { table } from '../stages/check/forms/table.ts';
import { tree } from '../stages/check/forms/tree.ts';
import * as attributes from '../types/attribute-types.ts';
import { defineType } from '../types/define-type.ts';
import { oneLongAnswer } from '../types/one-long-answer.ts';

const forms = {
  ...{ blanks, cards, choices, comparison, composed, definitions, fields, grid, groups, labels, mistakes, none, pairs, passages },
  ...{ prose, scale, scenes, speeches, spots, steps, table, tree },
};

/** The parts of zod that attributes need: their values are text or `true`. All of zod would make the program a fifth larger. */
const schemas = { object: z.object, string: z.string, enum: z.enum, literal: z.literal, union: z.union };

/** Exports of the modules that a project's own types import, by module name. They come from the running program. */
export const contract: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'cartable/types': { defineType, z: schemas, ...forms, ...attributes, oneLongAnswer, pathIn, mostInAnswer },
  'cartable/scoring': { ...score, ...accepted, ...typedAnswer, ...levels, ...captions, ...ownWords, ...story, ...seen },
};
