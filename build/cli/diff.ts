import { statOrNull } from '../host/node/stat.ts';
import { compareVersions } from '../versions/compare-versions.ts';
import type { Version } from '../versions/model.ts';
import { type VersionStrings, versionStrings } from '../versions/strings.ts';
import { showMistakes } from './build.ts';
import { comparisonText } from './comparison-text.ts';
import { complain } from './complain.ts';
import type { CommandContext } from './context.ts';
import { pathOf } from './path-of.ts';
import { sourceVersion } from './source-version.ts';
import { NotComparable, packageAt } from './version-file.ts';

export interface DiffOptions {
  readonly cohort?: string;
  readonly json?: boolean;
}

function withCohort(version: Version, { cohort }: DiffOptions): Version {
  if (version.cohort !== undefined || cohort === undefined) return version;
  return { ...version, cohort: cohort === 'base' ? '' : cohort };
}

/** Finds the new version: a zip, or what the sources would give now. Null if mistakes in the sources were shown. */
function newVersion(
  old: Version,
  name: string | undefined,
  options: DiffOptions,
  context: CommandContext,
  strings: VersionStrings,
): Version | null {
  if (name !== undefined && statOrNull(pathOf(name, context))?.isFile() && !/\.(?:md|ya?ml)$/.test(name))
    return packageAt(pathOf(name, context), strings);
  if (name !== undefined && /\.zip$/i.test(name)) return packageAt(pathOf(name, context), strings);
  const cohort = options.cohort ?? (old.cohort || 'base');
  const found = sourceVersion(name === undefined ? [] : [name], old, cohort, context, strings);
  if ('version' in found) return found.version;
  if ('error' in found) throw new NotComparable(found.error);
  showMistakes(found.diagnostics, options, context);
  return null;
}

/**
 * `cartable diff`: shows what replacing a package changes for learners who have begun it. Exit codes: 0 compared, whatever the
 * changes; 1 something can't be compared, or a mistake in the sources.
 */
export async function runDiff(old: string, name: string | undefined, options: DiffOptions, context: CommandContext): Promise<number> {
  const strings = versionStrings(context.language);
  try {
    const before = withCohort(packageAt(pathOf(old, context), strings), options);
    const after = newVersion(before, name, options, context, strings);
    if (!after) return 1;
    const comparison = compareVersions(before, withCohort(after, options), strings);
    if ('error' in comparison) throw new NotComparable(comparison.error);
    context.print(options.json ? JSON.stringify(comparison, null, 2) : comparisonText(comparison, strings));
    return 0;
  } catch (error) {
    if (!(error instanceof NotComparable)) throw error;
    return complain([error.message], options, context);
  }
}
