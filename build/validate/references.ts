import type { ActivityType, LinkContext } from '../activity-type.ts';
import { type Given, wanted } from '../attribute-types.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { mapMembers } from '../map-members.ts';
import { tokenMarker } from '../markdown/markers.ts';
import { nearest, nearestList } from '../nearest.ts';
import type { OutsideName, PartText, ValidActivity, ValidModule, ValidPage } from '../source.ts';
import { ChangeMemory, withChanged } from './changed-pages.ts';
import { activitiesOn } from './completion.ts';
import { camelCase } from './read-options.ts';

/** What the modules of a course are linked with. */
export interface LinkWorld {
  /** Ids of the course's modules. */
  readonly listed: readonly string[];
  /** Those that could be read. */
  readonly modules: ReadonlyMap<string, ValidModule>;
  readonly types: ReadonlyMap<string, ActivityType>;
  readonly diagnostics: Diagnostics;
}

/** An attribute that names activities, and what it wants of them. */
interface Reference {
  readonly key: string;
  readonly wants: Given | 'any';
  readonly names: readonly string[];
}

function referencesOf({ type, options }: ValidActivity, { types }: LinkWorld): Reference[] {
  const found: Reference[] = [];
  const shape = types.get(type)?.options.shape ?? {};
  for (const name in shape) {
    const key = camelCase(name);
    const value = options[key] as string | readonly string[] | undefined;
    const wants = value === undefined ? undefined : wanted(shape[name] as Parameters<typeof wanted>[0]);
    if (value !== undefined && wants) found.push({ key, wants, names: typeof value === 'string' ? [value] : value });
  }
  return found;
}

const none: readonly ValidActivity[] = [];
const naming = new WeakMap<ValidPage, readonly ValidActivity[]>();

/** The activities that name others. Pages that did not change are asked again and again, and most have none. */
function namingIn(module: ValidModule, world: LinkWorld): readonly ValidActivity[] {
  return module.pages.flatMap((page) => {
    const known = naming.get(page);
    if (known) return known;
    const found = activitiesOn(page).filter((one) => referencesOf(one, world).length > 0);
    naming.set(page, found.length > 0 ? found : none);
    return found;
  });
}

/** The module and the id that a name means. */
function placeOf(name: string, own: string): { readonly module: string; readonly id: string } {
  const slash = name.indexOf('/');
  return slash < 0 ? { module: own, id: name } : { module: name.slice(0, slash), id: name.slice(slash + 1) };
}

const byId = new WeakMap<ValidModule, ReadonlyMap<string, ValidActivity>>();

function activitiesOf(module: ValidModule): ReadonlyMap<string, ValidActivity> {
  const known = byId.get(module) ?? new Map(module.pages.flatMap((page) => activitiesOn(page).map((one) => [one.id, one] as const)));
  byId.set(module, known);
  return known;
}

/** Where an id stands that its own module doesn't have: every id is one in its course. */
function nearestName(name: string, by: ValidActivity, module: ValidModule, { modules }: LinkWorld): string {
  const own = [...activitiesOf(module).keys()].filter((id) => id !== by.id);
  const all = [...modules.values()].filter((other) => other.id !== module.id);
  const outside = all.find((other) => activitiesOf(other).has(name));
  return outside ? `${outside.id}/${name}` : nearestList(name, own) || nearest(name, own);
}

/** The activity that a name means; one that isn't there is reported. Undefined too where its module could not be read. */
function find(name: string, by: ValidActivity, module: ValidModule, world: LinkWorld): ValidActivity | undefined {
  const { listed, modules, diagnostics } = world;
  const place = placeOf(name, module.id);
  const inside = place.module === module.id;
  if (!inside && !listed.includes(place.module)) {
    diagnostics.error('unknown-module', by.at, { id: place.module, near: nearest(place.module, listed) });
    return undefined;
  }
  const other = inside ? module : modules.get(place.module);
  const found = other && activitiesOf(other).get(place.id);
  if (found && found.id !== by.id) return found;
  if (!other || other.unread?.includes(place.id)) return undefined;
  const near = inside
    ? nearestName(place.id, by, module, world)
    : nearest(
        name,
        [...activitiesOf(other).keys()].map((id) => `${other.id}/${id}`),
      );
  diagnostics.error('unknown-activity', by.at, { id: name, near });
  return undefined;
}

const askers = new ChangeMemory();

/** An activity that asks another one again: it has its question, and parts of its own with the same words. */
function asked(activity: ValidActivity, module: ValidModule, world: LinkWorld): ValidActivity {
  const name = String(activity.options.again);
  const first = find(name, activity, module, world);
  if (!first) return activity;
  if (first.type !== activity.type || first.options.again !== undefined) {
    world.diagnostics.error('again-of-another-type', activity.at, { again: name, name: activity.type });
    return activity;
  }
  const known = askers.find(activity, [first]);
  if (known) return known;
  const own = mapMembers(activity.options, (_, member) => (Array.isArray(member) && member.length === 0 ? undefined : member));
  const prompt = own.prompt === '' ? first.options.prompt : own.prompt;
  const options = { ...first.options, ...own, prompt };
  return askers.keep(activity, [first], { ...activity, title: first.title, options, parts: first.parts });
}

/** Gives to each activity with `again` what it asks once more, of its own module or of another. */
export function askAgain(module: ValidModule, world: LinkWorld): ValidModule {
  const meant = namingIn(module, world).filter(({ options }) => options.again !== undefined);
  return withChanged(module, new Map(meant.map((activity) => [activity, asked(activity, module, world)])));
}

const LACKS = { words: 'gives-no-words', levels: 'gives-no-levels' } as const;

/** The activities that one names, by name; what is wrong with one was reported, and it is left out. */
function namedBy(activity: ValidActivity, module: ValidModule, world: LinkWorld): Map<string, ValidActivity> {
  const named = new Map<string, ValidActivity>();
  for (const { key, wants, names } of referencesOf(activity, world)) {
    // What is asked again was looked up before.
    for (const name of key === 'again' ? [] : names) {
      const other = find(name, activity, module, world);
      if (!other) continue;
      if (wants === 'any' || world.types.get(other.type)?.gives === wants) named.set(name, other);
      else world.diagnostics.error(LACKS[wants], activity.at, { id: name, name: other.type });
    }
  }
  return named;
}

const linkers = new ChangeMemory();

function linked(activity: ValidActivity, named: ReadonlyMap<string, ValidActivity>, world: LinkWorld): ValidActivity {
  const others = [...named.values()];
  const known = linkers.find(activity, others);
  if (known) return known;
  const said = world.diagnostics.list.length;
  const parts: PartText[] = [...activity.parts];
  const context: LinkContext = {
    named: (name) => named.get(name),
    part: (part) => tokenMarker(parts.push(part) - 1),
    error: (code, values) => world.diagnostics.error(code, activity.at, values),
  };
  const more = world.types.get(activity.type)?.link?.(activity.options, context);
  const result = { ...activity, options: { ...activity.options, ...more }, parts };
  // What was told of must be told again at the next save.
  return world.diagnostics.list.length === said ? linkers.keep(activity, others, result) : result;
}

function outsideNames(activity: ValidActivity, module: ValidModule, world: LinkWorld): OutsideName[] {
  const names = referencesOf(activity, world).flatMap((reference) => reference.names);
  return names.map((name) => ({ by: activity.id, ...placeOf(name, module.id) })).filter((place) => place.module !== module.id);
}

/**
 * Looks up what activities name of each other, in their module and in others, and lets their types take over what follows from it.
 * @param module and those of `world` have what they ask again
 */
export function linkModule(module: ValidModule, world: LinkWorld): ValidModule {
  const found = namingIn(module, world);
  if (found.length === 0) return module;
  const named = new Map(found.map((activity) => [activity, namedBy(activity, module, world)] as const));
  const outside = found.flatMap((activity) => outsideNames(activity, module, world));
  const linking = found.filter(({ type }) => world.types.get(type)?.link !== undefined);
  const after = withChanged(
    module,
    new Map(linking.map((activity) => [activity, linked(activity, named.get(activity) ?? new Map(), world)])),
  );
  return outside.length > 0 ? { ...after, outside } : after;
}
