import type { ReadForm } from '../../activity-type.ts';
import type { Block, Node } from '../../source.ts';

/**
 * Reads a composed activity: `{ prompt, questions }`. The questions stand in its body, in the banks that
 * `bank` names, or in both.
 */
export const read: ReadForm = (body, context) => {
  const first = body.findIndex((block) => block.kind === 'directive');
  const prompt = body.slice(0, first < 0 ? body.length : first);
  const rest: readonly Block[] = first < 0 ? [] : body.slice(first);
  for (const block of rest) if (block.kind !== 'directive') context.error('text-between-questions', block.at);
  const own = context.nodes(rest.filter((block) => block.kind === 'directive'));
  const banks = (context.options.bank ?? []) as readonly string[];
  const questions: Node[] = [...own, ...banks.flatMap((path) => context.bank(path))];
  return { prompt: context.html(prompt), questions: questions.filter((node) => node.kind === 'activity') };
};
