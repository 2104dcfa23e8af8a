import type { z } from 'zod';
import type { ActivityType } from '../activity-type.ts';
import { says } from '../attribute-types.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { mapMembers } from '../map-members.ts';
import { nearest } from '../nearest.ts';
import type { Node, ValidActivity, ValidPage } from '../source.ts';
import { activitiesIn } from './completion.ts';
import { isNodes } from './inner-nodes.ts';
import { camelCase } from './read-options.ts';

type Types = ReadonlyMap<string, ActivityType>;

function referencesOf({ type, options }: ValidActivity, types: Types): string[] {
  const shape = Object.entries(types.get(type)?.options.shape ?? {});
  const keys = shape.filter(([, field]) => says(field as z.ZodType, 'reference')).map(([key]) => key);
  return keys.flatMap((key) => (options[camelCase(key)] ?? []) as string | string[]);
}

/** Reports what names an activity that the module doesn't have, or itself. */
function checkReferences(activities: readonly ValidActivity[], types: Types, diagnostics: Diagnostics): void {
  const known = activities.map(({ id }) => id);
  for (const activity of activities) {
    const others = known.filter((id) => id !== activity.id);
    for (const id of referencesOf(activity, types)) {
      if (!others.includes(id)) diagnostics.error('unknown-activity', activity.at, { id, near: nearest(id, others) });
    }
  }
}

/** An activity that asks another one again: it has its question, and parts of its own with the same words. */
function asked(activity: ValidActivity, byId: ReadonlyMap<string, ValidActivity>, diagnostics: Diagnostics): ValidActivity {
  const first = byId.get(String(activity.options.again));
  if (!first) return activity;
  if (first.type !== activity.type || first.options.again !== undefined) {
    diagnostics.error('again-of-another-type', activity.at, { again: first.id, name: activity.type });
    return activity;
  }
  const own = mapMembers(activity.options, (_, member) => (Array.isArray(member) && member.length === 0 ? undefined : member));
  const prompt = own.prompt === '' ? first.options.prompt : own.prompt;
  return { ...activity, title: first.title, options: { ...first.options, ...own, prompt }, parts: first.parts };
}

function inNodes(nodes: readonly Node[], change: (activity: ValidActivity) => ValidActivity): Node[] {
  return nodes.map((node): Node => {
    if (node.kind === 'prose') return node;
    if (node.kind === 'block') return { ...node, options: inOptions(node.options, change) };
    const activity = change(node.activity);
    return { kind: 'activity', activity: { ...activity, options: inOptions(activity.options, change) } };
  });
}

function inOptions(options: Readonly<Record<string, unknown>>, change: (activity: ValidActivity) => ValidActivity) {
  return mapMembers(options, (key, member) => (isNodes(key, member) ? inNodes(member, change) : member));
}

/**
 * Looks up what activities name of each other, and gives to one with `again` what it asks once more. Only pages with such an
 * activity are new.
 */
export function linkActivities(pages: readonly ValidPage[], types: Types, diagnostics: Diagnostics): readonly ValidPage[] {
  const activities = pages.flatMap((page) => activitiesIn(page.nodes));
  checkReferences(activities, types, diagnostics);
  const isAgain = (activity: ValidActivity): boolean => activity.options.again !== undefined;
  if (!activities.some(isAgain)) return pages;
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return pages.map((page) =>
    activitiesIn(page.nodes).some(isAgain)
      ? { ...page, nodes: inNodes(page.nodes, (activity) => (isAgain(activity) ? asked(activity, byId, diagnostics) : activity)) }
      : page,
  );
}
