import type { Activity } from '../../src/model/course/activity.ts';
import { partsOf } from '../../src/model/course/chapters.ts';
import type { ModuleContent, Target } from '../../src/model/course/course.ts';
import type { Slot } from '../../src/model/record/interaction.ts';
import { formats12 } from '../../src/model/standards/formats-12.ts';
import { formats2004 } from '../../src/model/standards/formats-2004.ts';
import { limits12, limits2004 } from '../../src/model/standards/limits.ts';
import { slotId, slotsOf } from '../../src/model/state/places.ts';
import { ownValue } from '../model/own-value.ts';
import type { CourseRetired, Retired, RetiredPart } from '../model/sheet.ts';
import { utf8 } from '../model/utf8.ts';
import type { ActivityType } from '../types/activity-type.ts';
import { AND, longestText, type NamedActivity, possibleAnswers, rightAnswers, TO } from './answer-words.ts';
import { BOM, csvLine, separatorOf } from './csv.ts';
import { partNames } from './part-names.ts';
import { type SheetKey, type SheetStrings, sheetStrings } from './sheet-strings.ts';

type Types = ReadonlyMap<string, ActivityType>;

// CSV and not XLSX: `git diff` and scripts can read it. The right answer has two columns. One has it as the LMS shows it, for
// comparison by a script; the other in words, because a spreadsheet may read `1/2` or `12:13` as a date or a time.
export const CODEBOOK_COLUMNS = [
  'place',
  'id',
  'module',
  'page',
  'activity',
  'type',
  'question',
  'answers',
  'right',
  'rightWords',
  'competencies',
  'points',
  'required',
  'notes',
] as const;

/** Tests whether a round of this quiz asks only some of its questions. */
export function isDrawn(quiz: Activity, content: ModuleContent, types: Types): boolean {
  const { asks } = types.get(quiz.type)?.scoring?.draw?.(null, quiz.options) ?? {};
  return asks !== undefined && asks < content.activities.filter((activity) => activity.quiz === quiz.id).length;
}

/** Context of an activity's lines. */
interface Around {
  readonly module: string;
  /** Title of its page. */
  readonly page: string;
  readonly quiz: Activity | undefined;
  /** The quiz asks only some of its questions. */
  readonly drawn: boolean;
  /** Removed parts that old answers may name. */
  readonly retired: readonly RetiredPart[];
}

/** Finds the retired parts of an activity. Its name in the one SCO of a course is its id, with a suffix if needed. */
function retiredOf({ id }: Activity, retired: Retired | undefined): Around['retired'] {
  return ownValue(retired ?? {}, id.replace(/_.*/, '')) ?? [];
}

/** A retired part with its token. */
function nameOf({ options }: Activity, { token, text, key }: RetiredPart): string {
  const isPair = key !== undefined && 'pairs' in (options as object);
  return `${token} = ${isPair ? text + TO + key : text}`;
}

/** True if the activity has one line. Otherwise its parts have lines, and it is unknown whether a removed part had one. */
function hasOneLine({ slots }: Activity): boolean {
  return slots.length === 1 && slots[0]?.part === undefined;
}

/** Notes for readers of the answers. */
function notesOf(activity: Activity, slot: Slot, { quiz, drawn, retired }: Around, limit: number, strings: SheetStrings): string {
  const notes: string[] = [];
  if (quiz) notes.push(strings.format(drawn ? 'notes.drawn' : 'notes.quiz', { quiz: quiz.id }));
  // A line break is written as three characters, so a text may need more room than it has characters.
  if (slot.type === 'long-fill-in') {
    const id = slotId(activity, slot);
    notes.push(strings.format('notes.line'));
    if (3 * longestText(activity) > limit) notes.push(strings.format('notes.pieces', { limit, second: `${id}.2`, third: `${id}.3` }));
  }
  if (retired.length > 0 && !hasOneLine(activity) && slot === activity.slots[0])
    notes.push(strings.format('notes.retired', { list: retired.map((part) => nameOf(activity, part)).join(AND) }));
  return notes.join(' ');
}

/** Formats the question of a part. Without a question of its own it is the type's name, or the text with the blanks. */
function questionOf({ title }: Activity, { part, text }: Slot, label: string): string {
  if (part === undefined || text === '') return title;
  return title === label || title.includes(text.replace('[?]', '…')) ? text : `${title} ${text}`;
}

function lineOf(named: NamedActivity, slot: Slot, around: Around, target: Target, types: Types, strings: SheetStrings): string {
  const [formats, limit] = target === 'scorm12' ? [formats12, limits12.text] : [formats2004, limits2004.text];
  const { activity } = named;
  const { quiz, retired } = around;
  const label = types.get(activity.type)?.strings[strings.lang].label ?? activity.type;
  const answers = possibleAnswers(named, slot, formats, strings);
  const gone = hasOneLine(activity) ? retired.map((part) => strings.format('answers.retired', { part: nameOf(activity, part) })) : [];
  const cells = [
    slotId(activity, slot),
    around.module,
    around.page,
    label,
    formats.typeOf(slot),
    questionOf(activity, slot, label),
    [answers, ...gone].join(AND),
    formats.patterns(slot).join(' | '),
    rightAnswers(named, slot, strings),
    activity.competencies.join(' '),
    strings.number(activity.points),
    strings.format((quiz ?? activity).required ? 'yes' : 'no'),
    notesOf(activity, slot, around, limit, strings),
  ];
  return csvLine(cells, separatorOf(strings.lang));
}

/** Makes the lines of one module, in the order in which a 1.2 LMS gets its interactions. */
function linesOf(content: ModuleContent, retired: CourseRetired, target: Target, types: Types, strings: SheetStrings): string[] {
  const pages = new Map(partsOf(content).flatMap(({ id: module, pages }) => pages.map(({ id, title }) => [id, { module, page: title }])));
  const quizzes = new Map(content.activities.map((activity) => [activity.id, activity]));
  const named = content.activities.map(
    (activity): NamedActivity => ({ activity, names: partNames(activity.options as object, strings.lang) }),
  );
  const byActivity = new Map(named.map((one) => [one.activity, one]));
  const drawn = new Set(content.activities.filter((activity) => isDrawn(activity, content, types)).map(({ id }) => id));
  return slotsOf(content).flatMap(({ activity, slot }, index) => {
    const one = byActivity.get(activity);
    if (!one) return [];
    const { quiz: id = '', page } = activity;
    const place = pages.get(page) ?? { module: content.id, page: '' };
    const around = { ...place, quiz: quizzes.get(id), drawn: drawn.has(id), retired: retiredOf(activity, ownValue(retired, place.module)) };
    const line = lineOf(one, slot, around, target, types, strings);
    // A 1.2 LMS gets all of them at the first launch, in this order; 2004 as they are answered.
    return `${target === 'scorm12' ? index : ''}${separatorOf(strings.lang)}${line}`;
  });
}

/**
 * Makes the codebook of a package as CSV: a line for each interaction that an LMS can receive.
 * UTF-8 with a byte order mark, CR LF, and the separator that spreadsheets of the language expect.
 */
export function codebook(
  modules: readonly ModuleContent[],
  retired: CourseRetired,
  target: Target,
  lang: string,
  types: Types,
): Uint8Array {
  const strings = sheetStrings(lang);
  const names = CODEBOOK_COLUMNS.map((column) => strings.format(`column.${column}` as SheetKey));
  const head = BOM + csvLine(names, separatorOf(strings.lang));
  return utf8([head, ...modules.flatMap((content) => linesOf(content, retired, target, types, strings))].join(''));
}
