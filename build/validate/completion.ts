import type { Diagnostics, Position } from '../diagnostics.ts';
import type { Node, ValidActivity, ValidModule, ValidPage } from '../source.ts';
import { innerNodes } from './inner-nodes.ts';

/** All activities of some nodes, the outer before the inner, questions of quizzes included. */
export function activitiesIn(nodes: readonly Node[]): ValidActivity[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'prose') return [];
    const own = node.kind === 'activity' ? [node.activity] : [];
    return [...own, ...activitiesIn(innerNodes(node))];
  });
}

const onPages = new WeakMap<ValidPage, readonly ValidActivity[]>();

/** The same of a page, looked for once: every stage asks. */
export function activitiesOn(page: ValidPage): readonly ValidActivity[] {
  const known = onPages.get(page) ?? activitiesIn(page.nodes);
  onPages.set(page, known);
  return known;
}

/** Checks whether the rule `activities` requires something in a node. A quiz stands for its questions. */
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
  if ((module.completion.includes('score') || module.pass !== undefined) && !scored) return 'nothing-scored';
  return null;
}

/**
 * Reports a module that no learner could ever complete, or that is completed before anything was done.
 * @param whole nothing else is wrong in it: what could not be read may be the very activity that completes it
 */
export function checkCompletion(module: ValidModule, whole: boolean, at: Position, diagnostics: Diagnostics): void {
  const why = unmet(module);
  if (why && (whole || why === 'no-pass')) diagnostics.error(why, at, { rule: module.completion });
}
