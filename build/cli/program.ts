import { Argument, Command, Option } from 'commander';
import type { Language } from '../diagnostics/format.ts';
import { targets } from '../model/course-file.ts';
import type { BuildOptions } from './build.ts';
import { oneOf } from './call-errors.ts';
import { addExchange } from './exchange-commands.ts';
import { helpTexts } from './help-texts.ts';
import type { MergeOptions } from './lock-merge.ts';
import { nameOf } from './name-of.ts';
import type { NewOptions } from './new.ts';
import type { PresentOptions } from './present.ts';
import type { PreviewOptions } from './preview.ts';
import { manyOf, type ProgramSettings, portOf, type Task, type Text, withTypes } from './program-parts.ts';
import type { ReportOptions } from './report.ts';
import type { StudioOptions } from './studio.ts';
import type { VerifyOptions } from './verify.ts';
import { addVersions } from './version-commands.ts';

/** Replacements for commander's headings. */
const TITLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    'Usage:': 'Usage :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Global Options:': 'Options de toutes les commandes :',
    'Commands:': 'Commandes :',
  },
  en: { 'Global Options:': 'Options of all commands:' },
};

function addBuilding(program: Command, text: Text, { language, run }: ProgramSettings): void {
  program
    .command('build')
    .description(text.build)
    .argument(text.names, text.namesAbout)
    .addOption(new Option(text.target, `${text.targetAbout} (${targets.join(', ')})`).argParser(manyOf(oneOf(targets, language))))
    .option(text.cohort, text.cohortAbout)
    .addOption(new Option(text.out, text.outAbout).argParser(nameOf('folder', language)))
    .option('--frozen', text.frozen)
    .option('--no-course', text.noCourse)
    .option('--sheets', text.sheets)
    .option('--watch', text.watch)
    .option('--json', text.json)
    .addHelpText('after', text.exits)
    .action((names: string[], options: BuildOptions & { watch?: boolean }) =>
      run(
        withTypes(async (context) => {
          if (!options.watch) return (await import('./build.ts')).runBuild(names, options, context);
          return (await import('./watch-build.ts')).runWatch(names, options, context);
        }),
      ),
    );
  program
    .command('validate')
    .description(text.validate)
    .argument(text.names, text.namesChecked)
    .option('--watch', text.watchChecked)
    .addOption(new Option('--annotations', text.annotations).conflicts(['json', 'watch']))
    .option('--json', text.json)
    .addHelpText('after', text.exits)
    .action((names: string[], options: BuildOptions & { watch?: boolean }) =>
      run(
        withTypes(async (context) => {
          if (!options.watch) return (await import('./build.ts')).runValidate(names, options, context);
          return (await import('./watch-validate.ts')).runWatchValidate(names, options, context);
        }),
      ),
    );
}

function addWriting(program: Command, text: Text, { language, run }: ProgramSettings): void {
  program
    .command('ids')
    .description(text.ids)
    .argument(text.names, text.namesIds)
    .option('--write', text.write)
    .addHelpText('after', text.exitsIds)
    .action((names: string[], options: { write?: boolean }) =>
      run(withTypes(async (context) => (await import('./ids.ts')).runIds(names, options.write ?? false, context))),
    );
  program
    .command('new')
    .description(text.new)
    .addArgument(new Argument(text.kind, text.kindAbout).argParser(oneOf(['course', 'module', 'activity'], language)))
    .argument(text.name, text.nameAbout)
    .option(text.course, text.courseAbout)
    .addHelpText('after', text.exits)
    .action((kind: string, name: string, options: NewOptions) => {
      const task: Task = async (context) => (await import('./new.ts')).runNew(kind, name, options, context);
      // A new session must not get an id that an activity of any type already has.
      return run(kind === 'module' ? withTypes(task) : task);
    });
}

function addLock(program: Command, text: Text, { language, run }: ProgramSettings): void {
  const lock = program.command('lock').description(text.lock).addHelpText('after', text.exits);
  lock
    .command('merge')
    .description(text.merge)
    .argument(text.ours, text.oursAbout)
    .argument(text.theirs, text.theirsAbout)
    .addOption(new Option(text.mergeOut, text.mergeOutAbout).argParser(nameOf('file', language)))
    .addHelpText('after', text.exitsMerge)
    .action((ours: string, theirs: string, options: MergeOptions) =>
      run(async (context) => (await import('./lock-merge.ts')).runLockMerge(ours, theirs, options, context)),
    );
}

function addReport(program: Command, text: Text, { language, run }: ProgramSettings): void {
  const files = manyOf(nameOf('file', language));
  program
    .command('report')
    .description(text.report)
    .argument(text.folder, text.folderAbout)
    .addOption(new Option(text.package, text.packageAbout).argParser(files))
    .addOption(new Option(text.codebook, text.codebookAbout).argParser(files))
    .addOption(new Option(text.reportOut, text.reportOutAbout).argParser(nameOf('folder', language)))
    .option('--anonymous', text.anonymous)
    .option('--json', text.json)
    .addHelpText('after', text.exitsReport)
    .action((folder: string, options: ReportOptions) =>
      run(async (context) => (await import('./report.ts')).runReport(folder, options, context)),
    );
}

function addVerify(program: Command, text: Text, { language, run }: ProgramSettings): void {
  program
    .command('verify')
    .description(text.verify)
    .addArgument(new Argument(text.zip, text.zipAbout).argParser(nameOf('file', language)))
    .addOption(new Option(text.html, text.htmlAbout).argParser(nameOf('file', language)))
    .option('--json', text.json)
    .addHelpText('after', text.exitsVerify)
    .action((zip: string, options: VerifyOptions) =>
      run(async (context) => (await import('./verify.ts')).runVerify(zip, options, context)),
    );
}

function addStudio(program: Command, text: Text, { language, run }: ProgramSettings): void {
  program
    .command('studio')
    .description(text.studio)
    .addOption(new Option(text.port, text.portStudio).argParser(portOf(language)))
    .option('--open', text.openAbout)
    .addHelpText('after', text.exits)
    .action((options: StudioOptions) => run(async (context) => (await import('./studio.ts')).runStudio(options, context)));
}

function addShowing(program: Command, text: Text, { language, run }: ProgramSettings): void {
  program
    .command('preview')
    .description(text.preview)
    .argument(text.names, text.namesShown)
    .addOption(new Option(text.port, text.portAbout).argParser(portOf(language)))
    .option('--open', text.openAbout)
    .option('--host', text.hostAbout)
    .addHelpText('after', text.exits)
    .action((names: string[], options: PreviewOptions) =>
      run(withTypes(async (context) => (await import('./preview.ts')).runPreview(names, options, context))),
    );
  program
    .command('present')
    .description(text.present)
    .argument(text.names, text.namesPresented)
    .option(text.cohort, text.cohortAbout)
    .addOption(new Option(text.port, text.portPresented).argParser(portOf(language)))
    .option('--no-open', text.noOpen)
    .addHelpText('after', text.exits)
    .action((names: string[], options: PresentOptions) =>
      run(withTypes(async (context) => (await import('./present.ts')).runPresent(names, options, context))),
    );
  program
    .command('list')
    .description(text.list)
    .addHelpText('after', text.exits)
    .action(() => run(async (context) => (await import('./list.ts')).runList(context)));
}

function addMaking(program: Command, text: Text, { run }: ProgramSettings): void {
  program
    .command('gallery')
    .description(text.gallery)
    .addHelpText('after', text.exits)
    .action(() => run(withTypes(async (context) => (await import('./gallery.ts')).runGallery(context))));
  program
    .command('schemas')
    .description(text.schemas)
    .addHelpText('after', text.exits)
    .action(() => run(async (context) => (await import('./schemas.ts')).runSchemas(context)));
  program
    .command('snippets')
    .description(text.snippets)
    .addHelpText('after', text.exits)
    .action(() => run(withTypes(async (context) => (await import('./snippets.ts')).runSnippets(context))));
}

/** Makes the commands, with their help in the user's language. It prints nothing. */
export function createProgram(settings: ProgramSettings): Command {
  const { language, version, output } = settings;
  const text = helpTexts[language];
  const program = new Command('cartable')
    .exitOverride()
    .configureOutput({ ...output, outputError: () => undefined })
    // `--lang` works after any command, so the help of each lists it.
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => TITLES[language][title] ?? title })
    .description(text.program)
    .usage(text.usage)
    .addOption(new Option('--lang <lang>', text.lang).argParser(oneOf(['fr', 'en'], language)))
    .version(version, '--version', text.version)
    .helpOption('-h, --help', text.help)
    .helpCommand('help [command]', text.helpCommand)
    .addHelpText('after', text.exits);
  addBuilding(program, text, settings);
  addWriting(program, text, settings);
  addReport(program, text, settings);
  addExchange(program, text, settings);
  addVersions(program, settings);
  addVerify(program, text, settings);
  addLock(program, text, settings);
  addStudio(program, text, settings);
  addShowing(program, text, settings);
  addMaking(program, text, settings);
  return program;
}
