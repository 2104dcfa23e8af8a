import type { Activity } from '../../src/model/activity.ts';
import { partsOf } from '../../src/model/chapters.ts';
import type { ModuleContent, Target } from '../../src/model/course.ts';
import { formats12 } from '../../src/model/formats-12.ts';
import { formats2004 } from '../../src/model/formats-2004.ts';
import type { Slot } from '../../src/model/interaction.ts';
import { limits12, limits2004 } from '../../src/model/limits.ts';
import { slotId, slotsOf } from '../../src/model/places.ts';
import type { ActivityType } from '../activity-type.ts';
import { ownValue } from '../own-value.ts';
import { standardOf } from '../standard.ts';
import { utf8 } from '../utf8.ts';
import { AND, longestText, possibleAnswers, rightAnswers, TO } from './answer-words.ts';
import { BOM, csvLine, separatorOf } from './csv.ts';
import type { CourseRetired, Retired, RetiredPart } from './retired.ts';
import { type SheetKey, type SheetWords, sheetWords } from './sheet-words.ts';

type Types = ReadonlyMap<string, ActivityType>;

const COLUMNS = [
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

/** Does a round of this quiz ask only some of its questions? */
export function isDrawn(quiz: Activity, content: ModuleContent, types: Types): boolean {
  const { asks } = types.get(quiz.type)?.scoring?.draw?.(null, quiz.options) ?? {};
  return asks !== undefined && asks < content.activities.filter((activity) => activity.quiz === quiz.id).length;
}

/** What the lines of an activity hang on besides itself. */
interface Around {
  readonly module: string;
  /** Title of its page. */
  readonly page: string;
  readonly quiz: Activity | undefined;
  /** The quiz asks only some of its questions. */
  readonly drawn: boolean;
  /** What old answers to the activity may name besides. */
  readonly retired: readonly RetiredPart[];
}

/** A name in the one SCO of a course is the activity's id, and what tells it from another one. */
function retiredOf({ id }: Activity, retired: Retired | undefined): Around['retired'] {
  return ownValue(retired ?? {}, id.replace(/_.*/, '')) ?? [];
}

/** A retired part with its token. */
function nameOf({ options }: Activity, { token, text, key }: RetiredPart): string {
  const isPair = key !== undefined && 'pairs' in (options as object);
  return `${token} = ${isPair ? text + TO + key : text}`;
}

/** Else its parts have lines: whether one that is gone had a line, or stood among the answers, nobody knows any more. */
function hasOneLine({ slots }: Activity): boolean {
  return slots.length === 1 && slots[0]?.part === undefined;
}

/** What a reader of the answers must know besides. */
function notesOf(activity: Activity, slot: Slot, { quiz, drawn, retired }: Around, limit: number, words: SheetWords): string {
  const notes: string[] = [];
  if (quiz) notes.push(words.say(drawn ? 'notes.drawn' : 'notes.quiz', { quiz: quiz.id }));
  // A line end is told in three signs, so that a text may need more room than it has characters.
  if (slot.type === 'long-fill-in') {
    const id = slotId(activity, slot);
    notes.push(words.say('notes.line'));
    if (3 * longestText(activity) > limit) notes.push(words.say('notes.pieces', { limit, second: `${id}.2`, third: `${id}.3` }));
  }
  if (retired.length > 0 && !hasOneLine(activity) && slot === activity.slots[0])
    notes.push(words.say('notes.retired', { list: retired.map((part) => nameOf(activity, part)).join(AND) }));
  return notes.join(' ');
}

/** What is asked of a part. An activity without a question of its own is called as its type, or by the text that has the blanks. */
function questionOf({ title }: Activity, { part, text }: Slot, label: string): string {
  if (part === undefined || text === '') return title;
  return title === label || title.includes(text.replace('[?]', '…')) ? text : `${title} ${text}`;
}

function lineOf(activity: Activity, slot: Slot, around: Around, target: Target, types: Types, words: SheetWords): string {
  const [formats, limit] = target === 'scorm12' ? [formats12, limits12.text] : [formats2004, limits2004.text];
  const { quiz, retired } = around;
  const label = types.get(activity.type)?.strings[words.lang].label ?? activity.type;
  const answers = possibleAnswers(activity, slot, formats, words);
  const gone = hasOneLine(activity) ? retired.map((part) => words.say('answers.retired', { part: nameOf(activity, part) })) : [];
  const cells = [
    slotId(activity, slot),
    around.module,
    around.page,
    label,
    formats.typeOf(slot),
    questionOf(activity, slot, label),
    [answers, ...gone].join(AND),
    formats.patterns(slot).join(' | '),
    rightAnswers(activity, slot, words),
    activity.competencies.join(' '),
    words.number(activity.points),
    words.say((quiz ?? activity).required ? 'yes' : 'no'),
    notesOf(activity, slot, around, limit, words),
  ];
  return csvLine(cells, separatorOf(words.lang));
}

/**
 * Lines by the activity and its slot: the same come again in the course's own package, in the other edition, at the next save. What
 * stands around an activity is made anew together with it.
 */
const made = new WeakMap<Activity, Map<string, string>>();

/** Lines of one module, in the order in which a 1.2 LMS gets its interactions. */
function linesOf(content: ModuleContent, retired: CourseRetired, target: Target, types: Types, words: SheetWords): string[] {
  const pages = new Map(partsOf(content).flatMap(({ id: module, pages }) => pages.map(({ id, title }) => [id, { module, page: title }])));
  const quizzes = new Map(content.activities.map((activity) => [activity.id, activity]));
  const drawn = new Set(content.activities.filter((activity) => isDrawn(activity, content, types)).map(({ id }) => id));
  const standard = standardOf(target);
  return slotsOf(content).map(({ activity, slot }, index) => {
    const known = made.get(activity) ?? new Map<string, string>();
    made.set(activity, known);
    const key = `${standard} ${slot.part ?? ''}`;
    const { quiz: id = '', page } = activity;
    const place = pages.get(page) ?? { module: content.id, page: '' };
    const around = { ...place, quiz: quizzes.get(id), drawn: drawn.has(id), retired: retiredOf(activity, ownValue(retired, place.module)) };
    const line = known.get(key) ?? lineOf(activity, slot, around, target, types, words);
    known.set(key, line);
    // A 1.2 LMS gets all of them at the first launch, in this order; 2004 as they are answered.
    return `${target === 'scorm12' ? index : ''}${separatorOf(words.lang)}${line}`;
  });
}

/** Bytes of a module's lines, by its standard: its own package and the course's hold the same. */
const bytesOf = new WeakMap<ModuleContent, Map<string, Buffer>>();

function bytesOnce(content: ModuleContent, retired: CourseRetired, target: Target, types: Types, words: SheetWords): Buffer {
  const known = bytesOf.get(content) ?? new Map<string, Buffer>();
  bytesOf.set(content, known);
  const standard = standardOf(target);
  const bytes = known.get(standard) ?? utf8(linesOf(content, retired, target, types, words));
  known.set(standard, bytes);
  return bytes;
}

/**
 * The codebook of a package as CSV: a line for each interaction that an LMS can be told of.
 * UTF-8 with a mark, lines end in CR LF, cells are parted as spreadsheets of the language expect.
 */
export function codebook(modules: readonly ModuleContent[], retired: CourseRetired, target: Target, lang: string, types: Types): Buffer {
  const words = sheetWords(lang);
  const names = COLUMNS.map((column) => words.say(`column.${column}` as SheetKey));
  const head = utf8([BOM + csvLine(names, separatorOf(words.lang))]);
  return Buffer.concat([head, ...modules.map((content) => bytesOnce(content, retired, target, types, words))]);
}
