import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { Language } from '../diagnostics/format.ts';
import { writeWhole } from '../host/node/write-whole.ts';
import { openCourse } from '../open-course.ts';
import { coursesIn } from '../stages/read/course-folders.ts';
import { complain } from './complain.ts';
import type { CommandContext } from './context.ts';
import { snippetOf } from './snippet.ts';
import { count } from './strings.ts';
import { typeExample } from './type-example.ts';
import { writeFault } from './write-fault.ts';

/** Lists the languages of the project's courses; that of the messages if there is none yet. */
function languagesOf({ engine, modules, language }: CommandContext): readonly Language[] {
  const courses = coursesIn(engine.host.files, modules).map((path) => openCourse(path, { provisional: true }, engine, new Diagnostics()));
  const used = new Set(courses.flatMap((course) => (course ? [course.source.course.value.lang] : [])));
  return used.size > 0 ? [...used].sort() : [language];
}

/** Makes the snippets of all types, by name, in these languages. */
function snippetsIn(languages: readonly Language[], context: CommandContext) {
  const names = [...context.engine.types.keys()].sort();
  return Object.fromEntries(
    languages.flatMap((language) =>
      names.map((name) => {
        const text = readFileSync(typeExample(name, language, context).file, 'utf8');
        const description = context.engine.types.get(name)?.strings[language].label ?? name;
        return [`${name} · ${language}`, { scope: 'markdown', description, ...snippetOf(name, text) }];
      }),
    ),
  );
}

/**
 * `cartable snippets`: writes the types' examples as snippets of Visual Studio Code into the project. Exit codes: 0 written, 1 the folder
 * or the file refuses it.
 */
export async function runSnippets(context: CommandContext): Promise<number> {
  const path = join(context.project, '.vscode/cartable.code-snippets');
  const snippets = snippetsIn(languagesOf(context), context);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, `${JSON.stringify(snippets, null, 2)}\n`);
  } catch (error) {
    return complain([writeFault(error, context)], {}, context);
  }
  const file = relative(process.cwd(), path);
  context.print(count('snippetsWritten', { n: Object.keys(snippets).length, file }, context.language));
  return 0;
}
