import type { Accepted, Choice, Markdown, NumberRange, Question, Remark } from '../model.ts';
import { decimal } from '../write/parts.ts';
import { htmlLine, htmlOf, isFormatted, picturesIn, plainLine } from './html.ts';

/** Reports something that GIFT can't say. */
export type Lose = (level: Remark['level'], key: string, values?: Remark['values']) => void;

/** Escapes the characters that have a meaning in GIFT. */
function escaped(text: string): string {
  return text
    .trim()
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** Converts texts: all as HTML as soon as one needs it, because answers have the format of their question. */
interface Texts {
  readonly format: string;
  text(markdown: Markdown): string;
  line(markdown: Markdown): string;
  feedback(markdown: Markdown | undefined): string;
}

function texts(isHtml: boolean): Texts {
  const text = (markdown: Markdown): string => escaped(isHtml ? htmlOf(markdown).replace(/\n/g, ' ') : markdown);
  return {
    format: isHtml ? '[html]' : '',
    text,
    line: (markdown) => escaped(isHtml ? htmlLine(markdown) : markdown),
    feedback: (markdown) => (markdown === undefined ? '' : `#${text(markdown)}`),
  };
}

/** All texts of a question that may be formatted. */
function markdownIn(question: Question): Markdown[] {
  const own = [question.text, question.after, ...Object.values(question.results ?? {})];
  const parts: readonly (string | undefined)[] =
    question.kind === 'single' || question.kind === 'multiple'
      ? question.choices.flatMap(({ text, feedback }) => [text, feedback])
      : question.kind === 'short' || question.kind === 'numeric'
        ? question.answers.map(({ feedback }) => feedback)
        : question.kind === 'matching'
          ? question.pairs.map(([left]) => left)
          : [];
  return [...own, ...parts].filter((text) => text !== undefined);
}

function percent(weight: number): string {
  return `%${decimal(weight, 5)}%`;
}

function choiceLine({ text, weight, feedback }: Choice, isSingle: boolean, to: Texts): string {
  const marker = isSingle && weight === 100 ? '=' : `~${weight === 0 ? '' : percent(weight)}`;
  return `${marker}${to.line(text)}${to.feedback(feedback)}`;
}

function acceptedLine({ text, weight, feedback }: Accepted, to: Texts): string {
  return `=${weight === 100 ? '' : percent(weight)}${escaped(text)}${to.feedback(feedback)}`;
}

function rangeLine({ low, high, weight, feedback }: NumberRange, to: Texts): string {
  const value = low === high ? `${decimal(low)}:0` : `${decimal(low)}..${decimal(high)}`;
  return `=${weight === 100 ? '' : percent(weight)}${value}${to.feedback(feedback)}`;
}

function trueFalse(question: Question & { kind: 'true-false' }, to: Texts): string {
  const { right, wrong } = question.results ?? {};
  const feedback = right === undefined && wrong === undefined ? '' : `#${to.text(wrong ?? '')}#${to.text(right ?? '')}`;
  return `${question.isTrue ? 'T' : 'F'}${feedback}`;
}

/** Formats the content of the braces; undefined if GIFT can't say this kind. */
function answersOf(question: Question, to: Texts): string | undefined {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.map((choice) => choiceLine(choice, question.kind === 'single', to)).join('\n');
    case 'true-false':
      return trueFalse(question, to);
    case 'short':
      return question.answers.map((answer) => acceptedLine(answer, to)).join('\n');
    case 'numeric': {
      const { wrong } = question.results ?? {};
      const rest = wrong === undefined ? [] : [`~${to.feedback(wrong)}`];
      return `#${[...question.answers.map((answer) => rangeLine(answer, to)), ...rest].join('\n')}`;
    }
    case 'matching': {
      const pair = (left: string, right: string): string => `=${left} -> ${escaped(plainLine(right))}`;
      return [...question.pairs.map(([left, right]) => pair(to.line(left), right)), ...question.lures.map((lure) => pair('', lure))].join(
        '\n',
      );
    }
    case 'essay':
      return '';
    default:
      return undefined;
  }
}

function reportLosses(question: Question, lose: Lose): void {
  if (markdownIn(question).some((text) => picturesIn(text).length > 0)) lose('lost', 'export.picture');
  const isImplied =
    question.kind === 'true-false' || (question.kind === 'numeric' && Object.keys(question.results ?? {}).join() === 'wrong');
  if (question.results && !isImplied) lose('lost', 'export.results');
  if (question.kind === 'essay' && (question.minWords || question.maxWords)) lose('lost', 'export.note');
  if (question.kind === 'numeric' && question.unit) lose('lost', 'export.unit', { unit: question.unit });
  if (question.points !== 1 && question.kind !== 'essay') lose('lost', 'export.points', { points: question.points });
}

/** Formats a category: slashes part its levels. */
function categoryLine(category: readonly string[]): string {
  const path = ['$course$', 'top', ...category.map((name) => name.replace(/\//g, '//'))].join('/');
  return `$CATEGORY: ${path}`;
}

/** Formats a question; undefined if GIFT can't say its kind, which is reported. */
export function giftQuestion(question: Question, lose: Lose): string | undefined {
  const to = texts(markdownIn(question).some(isFormatted));
  const answers = answersOf(question, to);
  if (answers === undefined && question.kind !== 'description') {
    lose('refused', 'export.kind', { type: question.kind, to: 'GIFT' });
    return undefined;
  }
  reportLosses(question, lose);
  const general = question.after === undefined ? '' : `####${to.text(question.after)}`;
  const tags = question.tags.map((tag) => ` [tag:${tag}]`).join('');
  const id = question.idNumber === undefined ? '' : ` [id:${question.idNumber}]`;
  const head = id + tags === '' ? '' : `//${id}${tags}\n`;
  const name = question.name === '' ? '' : `::${escaped(question.name)}::`;
  const body = answers === undefined ? '' : ` {\n${[answers, general].filter((part) => part !== '').join('\n')}\n}`;
  return `${head}${name}${to.format}${to.text(question.text)}${answers === '' && general === '' ? ' {}' : body}`;
}

/** Formats questions as a GIFT text. */
export function toGift(questions: readonly Question[], lose: (question: Question) => Lose): string {
  const parts: string[] = [];
  let last = '[]';
  for (const question of questions) {
    const text = giftQuestion(question, lose(question));
    const category = JSON.stringify(question.category);
    if (text === undefined) continue;
    if (category !== last) parts.push(categoryLine(question.category));
    last = category;
    parts.push(text);
  }
  return `${parts.join('\n\n')}\n`;
}
