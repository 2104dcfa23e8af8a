import type { CheckedModule, LinkedModule } from '../../model/course.ts';
import { activitiesOn } from '../../model/inner-nodes.ts';
import type { ValidModule, ValidPage } from '../../model/source.ts';
import { askAgain, type IndexedModule, indexModule, type LinkWorld, linkModule } from './references.ts';

/** Serialises a page of another module without positions: it decides how an activity is seen, and by whom. */
function textOf(page: ValidPage): string {
  return JSON.stringify(page, (key, value) => (key === 'at' ? undefined : value));
}

function borrowedBy({ outside = [] }: ValidModule, modules: LinkWorld['modules']): string {
  const places = outside.map(({ module, id }) => {
    const other = modules.get(module)?.module;
    const pages = other?.pages.filter((page) => activitiesOn(page).some((one) => one.id === id)) ?? [];
    return [JSON.stringify(other?.title), ...pages.map(textOf)].join('\n');
  });
  return places.join('\n\n');
}

function byId(modules: readonly IndexedModule[]): LinkWorld['modules'] {
  return new Map(modules.map((one) => [one.module.id, one]));
}

/** Lists files of a module and of those that it names, without their texts: those are compared by `rests`. */
function filesOf({ files }: CheckedModule, { outside = [] }: ValidModule, all: readonly CheckedModule[]): ReadonlySet<string> {
  if (outside.length === 0) return files;
  const named = all.filter(({ module }) => outside.some((one) => one.module === module.id));
  const texts = new Set(named.map(({ module }) => module.file));
  return new Set([...files, ...named.flatMap((one) => [...one.files].filter((file) => !texts.has(file)))]);
}

/** Links the modules of a course with each other, in their order. Reports missing references. */
export function linkModules(modules: readonly CheckedModule[], world: Omit<LinkWorld, 'modules'>): LinkedModule[] {
  const written = modules.map(({ module }) => indexModule(module, world.types));
  const before = { ...world, modules: byId(written) };
  const asked = written.map((module) => indexModule(askAgain(module, before), world.types));
  const known = byId(asked);
  const linked = asked.map((module) => linkModule(module, { ...world, modules: known }));
  const names = linked.flatMap(({ outside = [] }) => outside);
  const namedIn = (id: string): string[] => [...new Set(names.filter((name) => name.module === id).map((name) => name.id))].sort();
  return linked.map((module, index) => {
    const checked = modules[index] as CheckedModule;
    const borrowed = borrowedBy(module, known);
    return {
      ...checked,
      module,
      files: filesOf(checked, module, modules),
      borrowed,
      ...(names.length > 0 && { named: namedIn(module.id) }),
    };
  });
}
