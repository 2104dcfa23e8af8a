import type { Node, ValidActivity, ValidPage } from './source.ts';

/** Returns the nodes inside a node's options (cards, questions …): all members named `nodes` or `questions`. */
export function innerNodes(node: Node): Node[] {
  if (node.kind === 'prose') return [];
  return collect(node.kind === 'activity' ? node.activity.options : node.options, []);
}

function collect(value: unknown, found: Node[]): Node[] {
  if (Array.isArray(value)) for (let index = 0; index < value.length; index++) collect(value[index], found);
  else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      const inner: unknown = (value as Record<string, unknown>)[key];
      if (isNodes(key, inner)) found.push(...inner);
      else collect(inner, found);
    }
  }
  return found;
}

/** True for members that contain nodes. */
export function isNodes(key: string, value: unknown): value is Node[] {
  return (key === 'nodes' || key === 'questions') && Array.isArray(value);
}

/** Tests whether a cohort gets a node. @param cohort its name, '' for the version without one */
export function isFor(node: Node, cohort: string): boolean {
  return node.kind === 'activity' || !node.cohorts || node.cohorts.includes(cohort);
}

/** Tests whether some nodes are for paper or for the screen only. */
export function hasMedium(nodes: readonly Node[]): boolean {
  return nodes.some((node) => (node.kind === 'block' && node.medium !== undefined) || hasMedium(innerNodes(node)));
}

/** Lists all activities of some nodes, the outer before the inner, questions of quizzes included. */
export function activitiesIn(nodes: readonly Node[]): ValidActivity[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'prose') return [];
    const own = node.kind === 'activity' ? [node.activity] : [];
    return [...own, ...activitiesIn(innerNodes(node))];
  });
}

/** Lists all activities of a page, in the same order. */
export function activitiesOn(page: ValidPage): readonly ValidActivity[] {
  return activitiesIn(page.nodes);
}
