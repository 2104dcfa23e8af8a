import type { Html } from '../../../../src/model/course/activity.ts';
import type { Block, Node } from '../../../model/source.ts';
import type { Form, Some } from '../../../types/activity-type.ts';

export interface ComposedBody {
  readonly prompt: Html;
  readonly questions: readonly Node[];
}

/**
 * Reads a composed activity: `{ prompt, questions }`. The questions are in its body, in the banks that `bank` names, or in
 * both.
 */
export const composed: Form<ComposedBody, Some<{ readonly bank?: readonly string[] }>> = {
  read(body, context) {
    const first = body.findIndex((block) => block.kind === 'directive');
    const prompt = body.slice(0, first < 0 ? body.length : first);
    const rest: readonly Block[] = first < 0 ? [] : body.slice(first);
    for (const block of rest) if (block.kind !== 'directive') context.error('text-between-questions', block.at);
    const own = context.nodes(rest.filter((block) => block.kind === 'directive'));
    const { bank = [] } = context.options;
    const questions: Node[] = [...own, ...bank.flatMap((path) => context.bank(path))];
    return { prompt: context.html(prompt), questions: questions.filter((node) => node.kind === 'activity') };
  },
};
