import { type Command, Option } from 'commander';
import type { DiffOptions } from './diff.ts';
import { nameOf } from './name-of.ts';
import { type ProgramSettings, withTypes } from './program-parts.ts';
import type { ReleaseOptions } from './release.ts';
import { versionHelp } from './version-help.ts';

/** Adds the commands about versions of packages. */
export function addVersions(program: Command, { language, run }: ProgramSettings): void {
  const text = versionHelp[language];
  const cohort = (about: string): Option => new Option(text.cohort, about).argParser(nameOf('cohort', language));
  program
    .command('diff')
    .description(text.diff)
    .argument(text.old, text.oldAbout)
    .argument(text.now, text.nowAbout)
    .addOption(cohort(text.cohortAbout))
    .option('--json', text.json)
    .addHelpText('after', text.exitsDiff)
    .action((old: string, now: string | undefined, options: DiffOptions) =>
      run(withTypes(async (context) => (await import('./diff.ts')).runDiff(old, now, options, context))),
    );
  program
    .command('release')
    .description(text.release)
    .argument(text.course, text.courseAbout)
    .option(text.note, text.noteAbout)
    .addOption(new Option(text.which, text.whichAbout).argParser(nameOf('file', language)))
    .option('--json', text.json)
    .addHelpText('after', text.exitsRelease)
    .action((course: string | undefined, options: ReleaseOptions) =>
      run(withTypes(async (context) => (await import('./release.ts')).runRelease(course, options, context))),
    );
}
