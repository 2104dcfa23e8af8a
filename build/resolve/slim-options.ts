import { mapItems, mapMembers } from '../map-members.ts';
import type { Node } from '../source.ts';

/** Members that the markup carries already, or that only the build needs. */
const IN_MARKUP = new Set(['prompt', 'html', 'lead', 'trail', 'content', 'nodes', 'srcSize', 'captionsText', 'transcriptText', 'bank']);

/**
 * An activity's options as they travel in the content script. Questions of a composed activity become
 * their lock numbers, competencies and points.
 */
export function slimOptions(options: Readonly<Record<string, unknown>>, numbers: ReadonlyMap<string, number>): Record<string, unknown> {
  return slim(options, numbers) as Record<string, unknown>;
}

function slim(value: unknown, numbers: ReadonlyMap<string, number>): unknown {
  if (Array.isArray(value)) return mapItems(value, (one) => slim(one, numbers));
  if (typeof value !== 'object' || value === null) return value;
  return mapMembers(value, (key, inner) => {
    if (key === 'questions') return questions(inner as readonly Node[], numbers);
    return IN_MARKUP.has(key) ? undefined : slim(inner, numbers);
  });
}

function questions(nodes: readonly Node[], numbers: ReadonlyMap<string, number>) {
  return nodes.flatMap((node) => {
    if (node.kind !== 'activity') return [];
    const { id, competencies, points } = node.activity;
    return [{ n: numbers.get(id) ?? 0, competencies, points }];
  });
}
