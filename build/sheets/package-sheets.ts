import type { Engine } from '../host/engine.ts';
import type { PackagePlan } from '../model/package.ts';
import type { SheetsOf } from '../model/sheet.ts';
import { utf8 } from '../model/utf8.ts';
import { codebook } from './codebook.ts';
import { depotSheet } from './depot.ts';
import { codebookOf } from './depot-sections.ts';

/**
 * Prepares the sheets of a package, and adds those that are the same for all targets. They are beside the zip, not in it: learners
 * could open the answers there, and trainers would have to unpack it. On the web no answer is recorded, so there is no codebook.
 */
export function sheetsFor(plan: PackagePlan, engine: Engine): SheetsOf {
  const { course, cohort, retired, target, whole, papers } = plan;
  const modules = plan.modules.map(({ content }) => content);
  return (file, state, zip) => {
    const input = { course, cohort: cohort?.title, modules, target, whole, file, state };
    const answers =
      target === 'web' ? [] : [{ name: codebookOf(file), data: codebook(modules, retired, target, course.lang, engine.types) }];
    const depot = { name: file.replace(/\.zip$/, '.depot.html'), data: utf8(depotSheet(input, zip, engine)) };
    return [...answers, depot, ...(papers?.sheets ?? [])];
  };
}
