import type { Choice, Question, QuestionOf } from '../model.ts';
import { boxLine, checkParts, NotWritable, type WriteContext } from './parts.ts';

/** Attributes and list of a question with boxes. */
export interface Boxes {
  readonly attributes: readonly string[];
  readonly list: string;
}

function lines(choices: readonly Choice[], isTicked: (choice: Choice, index: number) => boolean, hasWeights: boolean): string {
  return choices
    .map((choice, index) => boxLine(choice.text, isTicked(choice, index), hasWeights ? choice.weight : undefined, choice.feedback))
    .join('\n');
}

/** Formats the choices of a question of which one is right. */
export function singleBoxes({ choices, shuffle }: QuestionOf<'single'>, { isDraft }: Pick<WriteContext, 'isDraft'>): Boxes {
  checkParts(
    choices.map(({ text }) => text),
    2,
  );
  const first = choices.findIndex(({ weight }) => weight === 100);
  if (first < 0 && !isDraft) throw new NotWritable('no-right');
  const isPlain = choices.every(({ weight }, index) => weight === (index === first ? 100 : 0));
  return { attributes: shuffle ? ['shuffle'] : [], list: lines(choices, (_, index) => index === first, !isPlain) };
}

/** Sum of the positive weights; the sum that Cartable accepts as 100. */
function sumOf(choices: readonly Choice[]): number {
  return choices.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
}

function scaled(choices: readonly Choice[], context: WriteContext): readonly Choice[] {
  const sum = sumOf(choices);
  if (Math.abs(sum - 100) <= 1) return choices;
  context.remark('note', 'scaled', { sum: Math.round(sum) });
  return choices.map((choice) => ({ ...choice, weight: choice.weight > 0 ? (choice.weight * 100) / sum : choice.weight }));
}

/** Formats the choices of a question of which several may be ticked. */
export function multipleBoxes({ choices, shuffle }: QuestionOf<'multiple'>, context: WriteContext): Boxes {
  checkParts(
    choices.map(({ text }) => text),
    2,
  );
  const right = choices.filter(({ weight }) => weight > 0).length;
  if (right === 0) throw new NotWritable('no-right');
  const own = scaled(choices, context);
  const share = 100 / right;
  const isPlain = own.every(({ weight }) => Math.abs(Math.abs(weight) - share) < 0.5);
  const attributes = [...(right < 2 ? ['multiple'] : []), ...(shuffle ? ['shuffle'] : [])];
  return { attributes, list: lines(own, ({ weight }) => weight > 0, !isPlain) };
}

/** Words for true and false. */
const TRUTH = { fr: ['Vrai', 'Faux'], en: ['True', 'False'] } as const;

/** Finds the statement of a true or false question: its last paragraph, if that is one line. */
export function statementOf(text: string): { readonly before: string; readonly statement: string } | undefined {
  const parts = text.split('\n\n');
  const last = parts.at(-1)?.replace(/\\\n/g, ' ') ?? '';
  const isLine = last !== '' && !/\n|^(?:[*-] |\d+\. |\||```|:::)/.test(last) && !/^!\[[^\]]*\]\([^)]*\)$/.test(last);
  return isLine ? { before: parts.slice(0, -1).join('\n\n'), statement: last } : undefined;
}

/** Makes a choice of a true or false question without a statement of one line. */
export function asChoice(question: QuestionOf<'true-false'>, lang: 'fr' | 'en'): QuestionOf<'single'> {
  const [yes, no] = TRUTH[lang];
  const choices: Choice[] = [
    { text: yes, weight: question.isTrue ? 100 : 0 },
    { text: no, weight: question.isTrue ? 0 : 100 },
  ];
  return { ...(question as Question & QuestionOf<'true-false'>), kind: 'single', choices, shuffle: false };
}
