import { mapMembers } from '../map-members.ts';
import type { Node, ValidActivity, ValidModule, ValidPage } from '../source.ts';
import { activitiesOn } from './completion.ts';
import { isNodes } from './inner-nodes.ts';

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

interface Changed {
  readonly activities: readonly (ValidActivity | undefined)[];
  readonly page: ValidPage;
}

const made = new WeakMap<ValidPage, Changed>();

function changedPage(page: ValidPage, changes: Changes): ValidPage {
  const activities = activitiesOn(page).map((activity) => changes.get(activity));
  if (activities.every((activity) => activity === undefined)) return page;
  const known = made.get(page);
  if (known?.activities.every((activity, index) => activity === activities[index])) return known.page;
  const changed = { ...page, nodes: inNodes(page.nodes, changes) };
  made.set(page, { activities, page: changed });
  return changed;
}

/**
 * The module with some of its activities changed. Only pages that have one of them are new, and the same page comes again for the
 * same changes: what is known of it stays known at the next save.
 */
export function withChanged(module: ValidModule, changes: Changes): ValidModule {
  return changes.size === 0 ? module : { ...module, pages: module.pages.map((page) => changedPage(page, changes)) };
}

interface Made {
  readonly from: readonly ValidActivity[];
  readonly result: ValidActivity;
}

/** Remembers what was made of an activity and others, one result an activity. */
export class ChangeMemory {
  private readonly known = new WeakMap<ValidActivity, Made>();

  /** The result of the last time, where the others are the same; null where there is none. */
  find(activity: ValidActivity, from: readonly ValidActivity[]): ValidActivity | null {
    const known = this.known.get(activity);
    const isSame = known?.from.length === from.length && known.from.every((one, index) => one === from[index]);
    return known && isSame ? known.result : null;
  }

  keep(activity: ValidActivity, from: readonly ValidActivity[], result: ValidActivity): ValidActivity {
    this.known.set(activity, { from, result });
    return result;
  }
}
