import type { Node } from '../source.ts';

/** Nodes inside a node's options: cards, questions … wherever a member is named `nodes` or `questions`. */
export function innerNodes(node: Node): Node[] {
  if (node.kind === 'prose') return [];
  const options = node.kind === 'activity' ? node.activity.options : node.options;
  const found = known.get(options) ?? collect(options, []);
  known.set(options, found);
  return found;
}

/** By options, which never change: several checks look into each activity. */
const known = new WeakMap<object, Node[]>();

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

/** True for the members that hold nodes. */
export function isNodes(key: string, value: unknown): value is Node[] {
  return (key === 'nodes' || key === 'questions') && Array.isArray(value);
}
