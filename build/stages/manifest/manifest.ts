import type { Bundle, ManifestInput } from '../../model/built.ts';
import { DESCRIPTION, type PackagePlan } from '../../model/package.ts';
import { scorm12Manifest } from './scorm12.ts';
import { scorm2004Manifest } from './scorm2004.ts';

/** Makes the text of `imsmanifest.xml` for a target. */
export function manifest(input: ManifestInput): string {
  switch (input.target) {
    case 'scorm12':
      return scorm12Manifest(input);
    case 'scorm2004-3':
      return scorm2004Manifest(input, '3rd');
    case 'scorm2004-4':
      return scorm2004Manifest(input, '4th');
  }
}

/**
 * Makes the manifest of a package; none for the web. Its identifier names course, module and cohort: unlike an item's, it may
 * differ between cohorts.
 */
export function manifestOf({ course, cohort, modules, target, whole }: PackagePlan, { scos, shared }: Bundle): string | undefined {
  if (target === 'web') return undefined;
  const module = whole ? undefined : modules[0]?.content;
  const id = [course.id, module?.id, cohort?.name].filter((part) => part !== undefined).join('.');
  return manifest({ target, id, title: module?.title ?? course.title, scos, shared: [...shared, DESCRIPTION] });
}
