import { escapeCell, quotedValue } from '../html/escape.ts';
import type { Question, QuestionOf } from '../model.ts';
import { asChoice, multipleBoxes, singleBoxes, statementOf } from './choices.ts';
import { afterBlocks, block, boxLine, checkAlike, checkParts, NotWritable, opening, type WriteContext } from './parts.ts';
import { numericBoxes, shortBoxes } from './typed.ts';

/** Headings of the table of pairs. */
const COLUMNS = { fr: ['Élément', 'Correspondance'], en: ['Item', 'Match'] } as const;

/** Attributes and body of a question, without its feedback. */
interface Body {
  readonly type: string;
  readonly attributes?: readonly string[];
  readonly parts: readonly string[];
}

function trueFalse(question: QuestionOf<'true-false'>, context: WriteContext): { readonly body: Body; readonly question: Question } {
  const found = statementOf(question.text);
  if (!found) {
    const choice = asChoice(question, context.lang);
    return { question: choice, body: { type: 'choice', parts: [choice.text, singleBoxes(choice, context).list] } };
  }
  const { right, wrong } = question.results ?? {};
  const isShared = right !== undefined && right === wrong;
  const item = boxLine(found.statement, question.isTrue, undefined, isShared ? right : undefined);
  return { question: isShared ? without(question) : question, body: { type: 'true-false', parts: [found.before, item] } };
}

function without(question: Question): Question {
  const { results: _, ...rest } = question;
  return rest as Question;
}

function matching({ text, pairs, lures }: QuestionOf<'matching'>, context: WriteContext): Body {
  checkParts(
    pairs.map(([left]) => left),
    2,
  );
  const own = lures.filter((lure) => pairs.every(([, right]) => right !== lure));
  if (new Set([...pairs.map(([, right]) => right), ...own]).size < 2) throw new NotWritable('one-target');
  checkAlike([...pairs.map(([, right]) => right), ...own]);
  const row = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  const rows = [COLUMNS[context.lang], ['---', '---'], ...pairs, ...own.map((lure) => ['', lure])];
  return { type: 'matching', parts: [text, rows.map(row).join('\n')] };
}

function essay({ text, minWords = 0, maxWords = 0 }: QuestionOf<'essay'>): Body {
  const fewest = Math.min(2000, Math.round(minWords));
  const most = Math.min(4000, Math.max(fewest, 1, Math.round(maxWords)));
  const attributes = [...(fewest > 0 ? [`min-words=${fewest}`] : []), ...(maxWords > 0 ? [`max-words=${most}`] : [])];
  return { type: 'open-question', attributes, parts: [text] };
}

function cloze(question: QuestionOf<'cloze'>, context: WriteContext): Body {
  const { text, isList } = question;
  if (!text.includes('[[')) throw new NotWritable('no-blank');
  const distractors = question.distractors.filter((word) => {
    const isClear = !/[;{}"]/.test(word);
    if (!isClear) context.remark('lost', 'distractor', { word });
    return isClear;
  });
  const words = new Set([...text.matchAll(/\[\[([^\]]*?)(?: \/ [^\]]*)?\]\]/g)].map(([, first = '']) => first.trim().toLowerCase()));
  const hasList = isList && new Set([...words, ...distractors.map((word) => word.toLowerCase())]).size > 1;
  const list = distractors.length > 0 ? ['mode=list', `distractors=${quotedValue(distractors.join('; '))}`] : ['mode=list'];
  // Two brackets in a row would be a blank, even escaped ones.
  return { type: 'cloze', attributes: hasList ? list : [], parts: [text.replace(/\\([[\]])(?=\\\1)/g, '\\$1 ')] };
}

function order({ text, steps }: QuestionOf<'order'>): Body {
  checkParts(steps, 2);
  checkAlike(steps);
  return { type: 'order', parts: [text, steps.map((step, index) => `${index + 1}. ${step}`).join('\n')] };
}

function bodyOf(question: Exclude<Question, { kind: 'true-false' | 'description' }>, context: WriteContext): Body {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const { attributes, list } = question.kind === 'single' ? singleBoxes(question, context) : multipleBoxes(question, context);
      return { type: 'choice', attributes, parts: [question.text, list] };
    }
    case 'short':
    case 'numeric': {
      const { attributes, list } = question.kind === 'short' ? shortBoxes(question, context) : numericBoxes(question, context);
      return { type: question.kind === 'short' ? 'short-text' : 'numeric', attributes, parts: [question.text, list] };
    }
    case 'matching':
      return matching(question, context);
    case 'essay':
      return essay(question);
    case 'cloze':
      return cloze(question, context);
    case 'order':
      return order(question);
  }
}

/** Refuses shares of the points beyond all of them. */
function checkShares(question: Question): void {
  const parts = 'choices' in question ? question.choices : 'answers' in question ? question.answers : [];
  const large = parts.find(({ weight }) => Math.abs(weight) > 100);
  if (large) throw new NotWritable('large-share', { share: large.weight });
}

/** Tests whether a bank may contain a question. */
export function fitsBank({ kind }: Question): boolean {
  return kind !== 'essay' && kind !== 'description';
}

/**
 * Writes a question as an activity, a description as text.
 * @throws NotWritable if no activity can be made of it
 */
export function writeQuestion(question: Question, id: string, context: WriteContext): string {
  if (question.kind === 'description') return question.text;
  checkShares(question);
  const made = question.kind === 'true-false' ? trueFalse(question, context) : { question, body: bodyOf(question, context) };
  const { type, attributes = [], parts } = made.body;
  const others = question.tags.filter((tag) => !context.competencies.has(tag));
  if (others.length > 0) context.remark('note', 'tags', { tags: others.join(', ') });
  const activity = block(opening(type, id, question, attributes, context), [...parts, ...afterBlocks(made.question, context)]);
  const note = question.kind === 'essay' ? question.note : undefined;
  // A note belongs to the page: no activity contains one.
  return note === undefined ? activity : `${activity}\n\n:::trainer\n${note}\n:::`;
}
