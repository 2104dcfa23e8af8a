import { Argument, type Command, Option } from 'commander';
import { oneOf } from './call-errors.ts';
import { exchangeHelp } from './exchange-help.ts';
import type { ExportOptions } from './export.ts';
import type { ImportOptions } from './import.ts';
import { nameOf } from './name-of.ts';
import { manyOf, type ProgramSettings, type Text, withTypes } from './program-parts.ts';

/** Adds the commands that take over questions from other tools, and give them to others. */
export function addExchange(program: Command, common: Text, { language, run }: ProgramSettings): void {
  const text = exchangeHelp[language];
  const file = nameOf('file', language);
  program
    .command('import')
    .description(text.import)
    .addArgument(new Argument(text.files, text.filesAbout).argParser(manyOf(file)))
    .option(common.course, text.courseImported)
    .addOption(new Option(text.as, text.asAbout).argParser(oneOf(['bank', 'session'], language)))
    .option('--json', common.json)
    .addHelpText('after', text.exitsImport)
    .action((files: string[], options: ImportOptions) =>
      run(withTypes(async (context) => (await import('./import.ts')).runImport(files, options, context))),
    );
  program
    .command('export')
    .description(text.export)
    .argument(text.source, text.sourceAbout)
    .addOption(new Option(text.to, text.toAbout).argParser(oneOf(['moodle-xml', 'gift'], language)).makeOptionMandatory())
    .addOption(new Option(text.exportOut, text.exportOutAbout).argParser(file))
    .option('--json', common.json)
    .addHelpText('after', text.exitsExport)
    .action((source: string, options: ExportOptions) =>
      run(withTypes(async (context) => (await import('./export.ts')).runExport(source, options, context))),
    );
}
