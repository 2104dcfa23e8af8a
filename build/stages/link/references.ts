import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import { nearest, nearestList } from '../../diagnostics/nearest.ts';
import { activitiesOn } from '../../model/inner-nodes.ts';
import { mapMembers } from '../../model/map-members.ts';
import { tokenMarker } from '../../model/markers.ts';
import type { OutsideName, PartText, ValidActivity, ValidModule } from '../../model/source.ts';
import type { ActivityType, LinkContext } from '../../types/activity-type.ts';
import { camelCase, type Wanted, wanted } from '../../types/attribute-types.ts';
import { withChanged } from './changed-pages.ts';

/** A module, with an index of its activities. */
export interface IndexedModule {
  readonly module: ValidModule;
  /** Activities by id. */
  readonly activities: ReadonlyMap<string, ValidActivity>;
  /** Activities that name others. */
  readonly naming: readonly ValidActivity[];
}

/** Context for linking the modules of a course. */
export interface LinkWorld {
  /** Ids of the course's modules. */
  readonly listed: readonly string[];
  /** Readable modules, by id. */
  readonly modules: ReadonlyMap<string, IndexedModule>;
  readonly types: ReadonlyMap<string, ActivityType>;
  readonly diagnostics: Diagnostics;
}

/** An attribute that names activities, and what they must provide. */
interface Reference {
  readonly key: string;
  readonly wants: Wanted;
  readonly names: readonly string[];
}

function referencesOf({ type, options }: ValidActivity, types: LinkWorld['types']): Reference[] {
  const found: Reference[] = [];
  const shape = types.get(type)?.attributes.shape ?? {};
  for (const name in shape) {
    const key = camelCase(name);
    const value = options[key] as string | readonly string[] | undefined;
    const wants = value === undefined ? undefined : wanted(shape[name] as Parameters<typeof wanted>[0]);
    if (value !== undefined && wants) found.push({ key, wants, names: typeof value === 'string' ? [value] : value });
  }
  // Fields may recall what the activity itself may recall.
  const wants = wanted(shape.recall as Parameters<typeof wanted>[0]);
  const names = ((options.fields ?? []) as readonly { readonly recall?: string }[]).flatMap(({ recall }) => recall ?? []);
  return wants && names.length > 0 ? [...found, { key: 'recall', wants, names }] : found;
}

/** Indexes the activities of a module. */
export function indexModule(module: ValidModule, types: LinkWorld['types']): IndexedModule {
  const all = module.pages.flatMap(activitiesOn);
  return {
    module,
    activities: new Map(all.map((activity) => [activity.id, activity])),
    naming: all.filter((activity) => referencesOf(activity, types).length > 0),
  };
}

/** Splits a name into module and id. */
function placeOf(name: string, own: string): { readonly module: string; readonly id: string } {
  const slash = name.indexOf('/');
  return slash < 0 ? { module: own, id: name } : { module: name.slice(0, slash), id: name.slice(slash + 1) };
}

/** Finds an unknown id in another module, else the nearest name in its own module. */
function nearestName(name: string, by: ValidActivity, { module, activities }: IndexedModule, { modules }: LinkWorld): string {
  const own = [...activities.keys()].filter((id) => id !== by.id);
  const outside = [...modules.values()].find((other) => other.module.id !== module.id && other.activities.has(name));
  return outside ? `${outside.module.id}/${name}` : nearestList(name, own) || nearest(name, own);
}

/** Finds the activity of a name, and reports a missing one. Also undefined if its module could not be read. */
function find(name: string, by: ValidActivity, own: IndexedModule, world: LinkWorld): ValidActivity | undefined {
  const { listed, modules, diagnostics } = world;
  const { module, id } = placeOf(name, own.module.id);
  const inside = module === own.module.id;
  if (!inside && !listed.includes(module)) {
    diagnostics.error('unknown-module', by.at, { id: module, near: nearest(module, listed) });
    return undefined;
  }
  const other = inside ? own : modules.get(module);
  const found = other?.activities.get(id);
  if (found && found.id !== by.id) return found;
  if (!other || other.module.unread?.includes(id)) return undefined;
  if (found) {
    diagnostics.error('names-itself', by.at, { id: name });
    return undefined;
  }
  const known = inside ? [] : [...other.activities.keys()].map((one) => `${module}/${one}`);
  const near = inside ? nearestName(id, by, own, world) : nearest(name, known);
  diagnostics.error('unknown-activity', by.at, { id: name, near });
  return undefined;
}

/** Fills an activity that asks another one again: same question, parts of its own with the same texts. */
function asked(activity: ValidActivity, own: IndexedModule, world: LinkWorld): ValidActivity {
  const name = String(activity.options.again);
  const first = find(name, activity, own, world);
  if (!first) return activity;
  if (first.type !== activity.type || first.options.again !== undefined) {
    world.diagnostics.error('again-of-another-type', activity.at, { again: name, name: activity.type });
    return activity;
  }
  const written = mapMembers(activity.options, (_, member) => (Array.isArray(member) && member.length === 0 ? undefined : member));
  const prompt = written.prompt === '' ? first.options.prompt : written.prompt;
  return { ...activity, title: first.title, options: { ...first.options, ...written, prompt }, parts: first.parts };
}

/** Fills each activity with `again` with the body that it repeats, of its own module or another. */
export function askAgain(own: IndexedModule, world: LinkWorld): ValidModule {
  const meant = own.naming.filter(({ options }) => options.again !== undefined);
  return withChanged(own.module, new Map(meant.map((activity) => [activity, asked(activity, own, world)])));
}

const LACKS = { words: 'gives-no-words', levels: 'gives-no-levels', values: 'gives-nothing', answer: 'gives-nothing' } as const;

/** Tests whether an activity's answers have what an attribute wants to show. */
function has({ type }: ValidActivity, wants: Wanted, { types }: LinkWorld): boolean {
  const gives = types.get(type)?.gives;
  return wants === 'any' || gives === wants || (wants === 'answer' && gives !== undefined);
}

/** Tests whether a name leads to a later session, whose answers learners haven't given yet. */
function isLater(name: string, own: IndexedModule, { listed }: LinkWorld): boolean {
  const { module } = placeOf(name, own.module.id);
  return listed.indexOf(module) > listed.indexOf(own.module.id);
}

/** Finds the activities that one names, by name; faulty ones are reported and left out. */
function namedBy(activity: ValidActivity, own: IndexedModule, world: LinkWorld): Map<string, ValidActivity> {
  const named = new Map<string, ValidActivity>();
  for (const { key, wants, names } of referencesOf(activity, world.types)) {
    // `again` was looked up before.
    for (const name of key === 'again' ? [] : names) {
      const other = find(name, activity, own, world);
      if (!other) continue;
      if (wants !== 'any' && !has(other, wants, world)) world.diagnostics.error(LACKS[wants], activity.at, { id: name, name: other.type });
      else if (key === 'recall' && isLater(name, own, world)) world.diagnostics.error('recall-later', activity.at, { id: name });
      else named.set(name, other);
    }
  }
  return named;
}

function linked(activity: ValidActivity, named: ReadonlyMap<string, ValidActivity>, world: LinkWorld): ValidActivity {
  const parts: PartText[] = [...activity.parts];
  const context: LinkContext = {
    named: (name) => named.get(name),
    part: (part) => tokenMarker(parts.push(part) - 1),
    error: (code, values) => world.diagnostics.error(code, activity.at, values),
  };
  const more = world.types.get(activity.type)?.link?.(activity.options, context);
  return { ...activity, options: { ...activity.options, ...more }, parts };
}

function outsideNames(activity: ValidActivity, module: ValidModule, { types }: LinkWorld): OutsideName[] {
  const names = referencesOf(activity, types).flatMap((reference) => reference.names);
  return names.map((name) => ({ by: activity.id, ...placeOf(name, module.id) })).filter((place) => place.module !== module.id);
}

/**
 * Resolves references between activities, in their module and in others, and calls `link` of their types.
 * @param own `again` is already filled in here and in `world`
 */
export function linkModule(own: IndexedModule, world: LinkWorld): ValidModule {
  const { module, naming } = own;
  if (naming.length === 0) return module;
  const named = new Map(naming.map((activity) => [activity, namedBy(activity, own, world)] as const));
  const outside = naming.flatMap((activity) => outsideNames(activity, module, world));
  const linking = naming.filter(({ type }) => world.types.get(type)?.link !== undefined);
  const changes = new Map(linking.map((activity) => [activity, linked(activity, named.get(activity) ?? new Map(), world)]));
  const after = withChanged(module, changes);
  return outside.length > 0 ? { ...after, outside } : after;
}
