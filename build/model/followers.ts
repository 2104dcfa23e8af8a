import type { CheckedModule } from './course.ts';

/** Lists the modules of which one comes next, whatever the cohort: up to the first that has a page for everybody. */
export function followers<Module extends Pick<CheckedModule, 'module'>>(modules: readonly Module[], id: string): readonly Module[] {
  const later = modules.slice(modules.findIndex(({ module }) => module.id === id) + 1);
  const sure = later.findIndex(({ module }) => module.pages.some(({ only }) => only === undefined));
  return sure < 0 ? later : later.slice(0, sure + 1);
}
