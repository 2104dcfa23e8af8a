import { activitiesOn, isNodes } from '../../model/inner-nodes.ts';
import { mapMembers } from '../../model/map-members.ts';
import type { Node, ValidActivity, ValidModule } from '../../model/source.ts';

type Changes = ReadonlyMap<ValidActivity, ValidActivity>;

function inNodes(nodes: readonly Node[], changes: Changes): Node[] {
  return nodes.map((node): Node => {
    if (node.kind === 'prose') return node;
    if (node.kind === 'block') return { ...node, options: inOptions(node.options, changes) };
    const activity = changes.get(node.activity) ?? node.activity;
    return { kind: 'activity', activity: { ...activity, options: inOptions(activity.options, changes) } };
  });
}

function inOptions(options: Readonly<Record<string, unknown>>, changes: Changes) {
  return mapMembers(options, (key, member) => (isNodes(key, member) ? inNodes(member, changes) : member));
}

/** Copies a module with some changed activities. Pages without one stay the same object. */
export function withChanged(module: ValidModule, changes: Changes): ValidModule {
  if (changes.size === 0) return module;
  const pages = module.pages.map((page) => {
    const isChanged = activitiesOn(page).some((activity) => changes.has(activity));
    return isChanged ? { ...page, nodes: inNodes(page.nodes, changes) } : page;
  });
  return { ...module, pages };
}
