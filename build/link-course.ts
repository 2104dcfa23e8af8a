import type { ValidModule, ValidPage } from './source.ts';
import { activitiesOn } from './validate/completion.ts';
import { askAgain, type LinkWorld, linkModule } from './validate/references.ts';

/** A module that knows what it names in others, and what others name in it. */
export interface LinkedModule {
  readonly module: ValidModule;
  /** What it takes from other modules; equal texts, equal modules. '' where it is nothing. */
  readonly rests: string;
  /** Ids of its activities that other modules name; absent where no module of the course names another's. */
  readonly named?: readonly string[];
}

const texts = new WeakMap<ValidPage, string>();

/** A page of another module decides what is seen of an activity, and for whom: all of it counts but where it stands. */
function textOf(page: ValidPage): string {
  const known = texts.get(page) ?? JSON.stringify(page, (key, value) => (key === 'at' ? undefined : value));
  texts.set(page, known);
  return known;
}

function restsOf({ outside = [] }: ValidModule, modules: ReadonlyMap<string, ValidModule>): string {
  const places = outside.map(({ module, id }) => {
    const other = modules.get(module);
    const pages = other?.pages.filter((page) => activitiesOn(page).some((one) => one.id === id)) ?? [];
    return [JSON.stringify(other?.title), ...pages.map(textOf)].join('\n');
  });
  return places.join('\n\n');
}

/** Links the modules of a course with each other; gives them back in their order. */
function linkCourse(modules: readonly ValidModule[], world: Omit<LinkWorld, 'modules'>): LinkedModule[] {
  const byId = (all: readonly ValidModule[]): ReadonlyMap<string, ValidModule> => new Map(all.map((module) => [module.id, module]));
  const written = { ...world, modules: byId(modules) };
  const asked = modules.map((module) => askAgain(module, written));
  const known = byId(asked);
  const linked = asked.map((module) => linkModule(module, { ...world, modules: known }));
  const names = linked.flatMap(({ outside = [] }) => outside);
  const namedIn = (id: string): string[] => [...new Set(names.filter((name) => name.module === id).map((name) => name.id))].sort();
  return linked.map((module) => ({
    module,
    rests: restsOf(module, known),
    ...(names.length > 0 && { named: namedIn(module.id) }),
  }));
}

/** A module as it was read, and what it rests on. */
interface Unlinked {
  readonly written: ValidModule;
  readonly unit: { readonly files: ReadonlySet<string> };
}

/** The files of the modules that one names, but for their texts: those are compared by what they say. */
function outsideFiles({ outside = [] }: ValidModule, units: readonly Unlinked[]): Set<string> {
  const named = units.filter(({ written }) => outside.some(({ module }) => module === written.id));
  const files = new Set(named.flatMap(({ unit }) => [...unit.files]));
  for (const { written } of named) files.delete(written.file);
  return files;
}

/** Links modules that were read with each other, in their order. What is named and not there is reported. */
export function linkUnits<Unit extends Unlinked>(units: readonly Unit[], world: Omit<LinkWorld, 'modules'>) {
  const links = linkCourse(
    units.map(({ written }) => written),
    world,
  );
  return units.map((one, index) => {
    const link = links[index] as LinkedModule;
    const files = link.module.outside ? new Set([...one.unit.files, ...outsideFiles(link.module, units)]) : one.unit.files;
    return { ...one, unit: { ...one.unit, files } as Unit['unit'], link };
  });
}

/** Does a module take the same from the others as before, and do they name the same in it? */
export function isSameLink(one: LinkedModule, other: LinkedModule): boolean {
  return one.rests === other.rests && one.named?.join(' ') === other.named?.join(' ');
}
