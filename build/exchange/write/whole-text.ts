import type { Question } from '../model.ts';

interface Answer {
  readonly text: string;
  readonly weight: number;
  readonly feedback?: string;
}

function answerLine({ text, weight, feedback }: Answer): string {
  return `- ${text} (${Math.round(weight * 100) / 100}\u00a0%)${feedback === undefined ? '' : ` > ${feedback}`}`;
}

function answersOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.map(answerLine);
    case 'short':
      return question.answers.map(answerLine);
    case 'numeric':
      return question.answers.map(({ low, high, ...rest }) => answerLine({ ...rest, text: low === high ? `${low}` : `${low}..${high}` }));
    case 'matching':
      return [...question.pairs, ...question.lures.map((lure) => ['', lure])].map(([left, right]) => `- ${left} -> ${right}`);
    case 'order':
      return question.steps.map((step, index) => `${index + 1}. ${step}`);
    case 'cloze':
      return question.distractors.map((word) => `- ${word}`);
    case 'true-false':
      return [question.isTrue ? 'T' : 'F'];
    default:
      return [];
  }
}

/** Formats all texts of a question that isn't written, for the report. */
export function wholeText(question: Question): string {
  const { right, partly, wrong } = question.results ?? {};
  const others = [question.after, right, partly, wrong, question.kind === 'essay' ? question.note : undefined];
  return [question.text, ...answersOf(question), ...others.filter((text) => text !== undefined)].join('\n');
}
