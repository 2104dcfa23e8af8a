import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import { activitiesOn, innerNodes } from '../../model/inner-nodes.ts';
import type { Node, ValidModule } from '../../model/source.ts';

/** Tests whether the rule `activities` requires something in a node. A quiz represents its questions. */
function isRequired(node: Node): boolean {
  const activity = node.kind === 'activity' ? node.activity : undefined;
  const isQuiz = Array.isArray(activity?.options.questions);
  return activity?.required === true || (!isQuiz && innerNodes(node).some(isRequired));
}

function unmet(module: ValidModule): 'nothing-required' | 'nothing-scored' | 'no-pass' | null {
  const activities = module.pages.flatMap(activitiesOn);
  const scored = activities.some((activity) => activity.points > 0);
  if (module.completion === 'activities' && !module.pages.some(({ nodes }) => nodes.some(isRequired))) return 'nothing-required';
  if (module.completion.includes('score') && module.pass === undefined) return 'no-pass';
  if (module.pass !== undefined && !scored) return 'nothing-scored';
  return null;
}

/**
 * Reports a module that no learner could complete, or that is completed before anything was done.
 * @param whole nothing else is wrong in it; otherwise an unreadable activity may be the one that completes it
 */
export function checkCompletion(module: ValidModule, whole: boolean, at: Position, diagnostics: Diagnostics): void {
  const why = unmet(module);
  if (why && (whole || why === 'no-pass')) diagnostics.error(why, at, { rule: module.completion });
}
