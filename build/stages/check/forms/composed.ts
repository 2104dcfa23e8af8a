import type { Html } from '../../../../src/model/course/activity.ts';
import type { Band } from '../../../../src/model/course/course.ts';
import type { Block, Node } from '../../../model/source.ts';
import type { Form, Some } from '../../../types/activity-type.ts';
import { readBands } from '../body/bands.ts';

export interface ComposedBody {
  readonly prompt: Html;
  readonly questions: readonly Node[];
  /** Texts for its score, the highest first; absent: none. */
  readonly bands?: readonly Band[];
}

type Directed = Extract<Block, { kind: 'directive' }>;

function isBand({ directive }: Directed): boolean {
  return directive.name === 'band' && !directive.isUnclosed;
}

/**
 * Reads a composed activity: `{ prompt, questions, bands? }`. The questions are in its body, in the banks that `bank` names, or in
 * both.
 */
export const composed: Form<ComposedBody, Some<{ readonly bank?: readonly string[] }>> = {
  read(body, context) {
    const first = body.findIndex((block) => block.kind === 'directive');
    const prompt = body.slice(0, first < 0 ? body.length : first);
    const rest: readonly Block[] = first < 0 ? [] : body.slice(first);
    for (const block of rest) if (block.kind !== 'directive') context.error('text-between-questions', block.at);
    const directed = rest.filter((block): block is Directed => block.kind === 'directive');
    const own = context.nodes(directed.filter((block) => !isBand(block)));
    const bands = readBands(
      directed.filter(isBand).map(({ directive }) => directive),
      context,
    );
    const { bank = [] } = context.options;
    const questions: Node[] = [...own, ...bank.flatMap((path) => context.bank(path))];
    return {
      prompt: context.html(prompt),
      questions: questions.filter((node) => node.kind === 'activity'),
      ...(bands.length > 0 && { bands }),
    };
  },
};
