import { choices, scales, statements } from './ballots.ts';
import { gaps, labelling, ordering, pairing, passages, places, sorting, table } from './covered.ts';
import type { Asked, Shown } from './form.ts';
import { cards, definitions, fields, onPaper, shortAnswer, story, tree } from './plain-forms.ts';

type RoomForm = (asked: Asked) => Shown;

/** Forms of types whose options look like those of another one. */
const BY_TYPE: Readonly<Record<string, RoomForm>> = {
  'true-false': statements,
  numeric: shortAnswer,
  'short-text': shortAnswer,
  hotspots: places,
  compare: table,
  'mind-map': tree,
  recap: definitions,
};

/** Forms by a member of the options. Earlier entries take precedence. */
const BY_MEMBER: readonly (readonly [member: string, form: RoomForm])[] = [
  ['scenes', story],
  ['pairs', pairing],
  ['steps', ordering],
  ['passages', passages],
  ['spots', labelling],
  ['blanks', gaps],
  ['cards', cards],
  ['groups', sorting],
  ['rows', sorting],
  ['levels', scales],
  ['items', scales],
  ['choices', choices],
  ['fields', fields],
];

/** Renders an activity in its room form: by its type, otherwise by the shape of its options. Thus project-specific types work too. */
export function roomForm(asked: Asked): Shown {
  const { activity, lists } = asked;
  const form = BY_TYPE[activity.type] ?? BY_MEMBER.find(([member]) => lists[member] !== undefined)?.[1] ?? onPaper;
  return form(asked);
}
