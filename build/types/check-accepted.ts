import { type AcceptedLine, worthOf } from '../../src/model/judging/accepted.ts';
import type { CheckContext } from './activity-type.ts';

interface Line extends AcceptedLine {
  readonly token: string;
}

/** Rules of a type for its lines. */
interface Rules<Written extends Line> {
  readonly name: string;
  /** True if the attribute `answer` has a right answer. */
  readonly hasAnswer: boolean;
  /** An `answer` to suggest, for French and for English messages. */
  readonly example: string;
  readonly english: string;
  /** Returns true if nothing but a line's own text is accepted by it. */
  isDefinite(line: Written): boolean;
  /** Returns true if `answer`, or an earlier line, takes every text of a line. */
  isTaken(line: Written, by: Written | undefined): boolean;
}

/** Reports a missing right answer, and lines that are never reached because the first that fits counts. */
export function checkAccepted<Written extends Line>(lines: readonly Written[], rules: Rules<Written>, context: CheckContext): void {
  const { name, hasAnswer, example, english } = rules;
  const isFull = lines.some((line) => worthOf(line) === 1 && rules.isDefinite(line));
  if (!hasAnswer && !lines.some(({ right }) => right)) context.error('missing-attribute', { name, key: 'answer', example, english });
  else if (!hasAnswer && !isFull) context.error('no-full-answer', { example, english });
  for (const [index, line] of lines.entries()) {
    const { text, right, token } = line;
    const before = lines.slice(0, index).find((one) => rules.isTaken(line, one));
    const isAnswer = rules.isTaken(line, undefined);
    if (!right && (isAnswer || before?.right)) context.error('mistake-is-right', { text }, token);
    else if (isAnswer) context.error('line-never-reached', { text, by: 'answer' }, token);
    else if (before) context.error('line-never-reached', { text, by: before.text }, token);
  }
}
