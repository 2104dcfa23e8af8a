import { mapItems, mapMembers } from '../../model/map-members.ts';
import type { Node } from '../../model/source.ts';
import { inMarkup } from '../../types/in-markup.ts';

const IN_MARKUP = new Set<string>(inMarkup);

/**
 * Reduces an activity's options for the content script. Questions of a composed activity become their lock numbers, competencies
 * and points.
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
