import type { BuiltModule } from './built.ts';
import type { PreparedModule } from './prepare-course.ts';
import type { Cohort } from './resolve/resolver.ts';

/** More modules than this are resolved twice, when they are checked and when they are packed: memory stays small. */
const MOST = 24;

/** Modules that were resolved to be checked, until they are packed. */
const waiting = new Map<PreparedModule, Map<Cohort['file'] | null, BuiltModule>>();
let count = 0;

/** Forgets what an earlier build has left. */
export function forgetResolved(): void {
  waiting.clear();
  count = 0;
}

/** Keeps a module as a cohort sees it for `takeResolved`. */
export function keepResolved(module: PreparedModule, cohort: Cohort | null, resolved: BuiltModule): void {
  if (count >= MOST) return;
  count += 1;
  const known = waiting.get(module) ?? new Map();
  known.set(cohort?.file ?? null, resolved);
  waiting.set(module, known);
}

/** Gives back what was kept, once. */
export function takeResolved(module: PreparedModule, cohort: Cohort | null): BuiltModule | undefined {
  const known = waiting.get(module);
  const resolved = known?.get(cohort?.file ?? null);
  known?.delete(cohort?.file ?? null);
  return resolved;
}
