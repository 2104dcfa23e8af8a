import type { Activity } from '../../src/model/activity.ts';
import type { ModuleContent, Target } from '../../src/model/course.ts';
import { formats12 } from '../../src/model/formats-12.ts';
import { formats2004 } from '../../src/model/formats-2004.ts';
import type { Slot } from '../../src/model/interaction.ts';
import { limits12, limits2004 } from '../../src/model/limits.ts';
import { slotId, slotsOf } from '../../src/model/places.ts';
import type { ActivityType } from '../activity-type.ts';
import { longestText, possibleAnswers, rightAnswers } from './answer-words.ts';
import { BOM, csvLine, separatorOf } from './csv.ts';
import { type SheetKey, type SheetWords, sheetWords } from './sheet-words.ts';

type Types = ReadonlyMap<string, ActivityType>;

const COLUMNS = [
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

/** What a reader of the answers must know besides. */
function notesOf(
  activity: Activity,
  slot: Slot,
  quiz: Activity | undefined,
  isOneOfMany: boolean,
  limit: number,
  words: SheetWords,
): string {
  const notes: string[] = [];
  if (quiz) notes.push(words.say(isOneOfMany ? 'notes.drawn' : 'notes.quiz', { quiz: quiz.id }));
  // A line end is told in three signs, so that a text may need more room than it has characters.
  if (slot.type === 'long-fill-in') {
    const id = slotId(activity, slot);
    notes.push(words.say('notes.line'));
    if (3 * longestText(activity) > limit) notes.push(words.say('notes.pieces', { limit, second: `${id}.2`, third: `${id}.3` }));
  }
  return notes.join(' ');
}

/** Lines of one module, in the order in which a 1.2 LMS gets its interactions. */
function linesOf(content: ModuleContent, target: Target, types: Types, words: SheetWords): string {
  const [formats, limit] = target === 'scorm12' ? [formats12, limits12.text] : [formats2004, limits2004.text];
  const pages = new Map(content.pages.map(({ id, title }) => [id, title]));
  const quizzes = new Map(content.activities.map((activity) => [activity.id, activity]));
  const drawn = new Set(content.activities.filter((activity) => isDrawn(activity, content, types)).map(({ id }) => id));
  const separator = separatorOf(words.lang);
  const lines = slotsOf(content).map(({ activity, slot }) => {
    const quiz = activity.quiz === undefined ? undefined : quizzes.get(activity.quiz);
    const cells = [
      slotId(activity, slot),
      content.id,
      pages.get(activity.page) ?? '',
      types.get(activity.type)?.strings[words.lang].label ?? activity.type,
      formats.typeOf(slot),
      slot.part === undefined || slot.text === '' ? activity.title : `${activity.title} ${slot.text}`,
      possibleAnswers(activity, slot, formats, words),
      formats.patterns(slot).join(' | '),
      rightAnswers(activity, slot, words),
      activity.competencies.join(' '),
      words.number(activity.points),
      words.say((quiz ?? activity).required ? 'yes' : 'no'),
      notesOf(activity, slot, quiz, drawn.has(quiz?.id ?? ''), limit, words),
    ];
    return csvLine(cells, separator);
  });
  return lines.join('');
}

/** Lines of modules that are in several packages, by what their text hangs on. */
const made = new WeakMap<ModuleContent, Map<string, string>>();

function linesOnce(content: ModuleContent, target: Target, types: Types, words: SheetWords): string {
  const standard = target === 'scorm12' ? '1.2' : '2004';
  const known = made.get(content) ?? new Map<string, string>();
  made.set(content, known);
  const lines = known.get(standard) ?? linesOf(content, target, types, words);
  known.set(standard, lines);
  return lines;
}

/**
 * The codebook of a package as CSV: a line for each interaction that an LMS can be told of.
 * UTF-8 with a mark, lines end in CR LF, cells are parted as spreadsheets of the language expect.
 */
export function codebook(modules: readonly ModuleContent[], target: Target, lang: string, types: Types): string {
  const words = sheetWords(lang);
  const names = COLUMNS.map((column) => words.say(`column.${column}` as SheetKey));
  return BOM + csvLine(names, separatorOf(words.lang)) + modules.map((content) => linesOnce(content, target, types, words)).join('');
}
