import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { writeWhole } from '../write-whole.ts';
import type { CommandContext } from './context.ts';
import { say, words } from './words.ts';

/** How the skeleton is called in its own files. */
const NAME = /new-type|(?<=')_new(?=')/g;
const TITLE = 'New type';

function titleOf(name: string): string {
  const text = name.replaceAll('-', ' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Is the command called in a clone of Cartable? An installed package has no types to compile, and nothing is written into it. */
function isInClone({ root, project }: CommandContext): boolean {
  const path = relative(root, project);
  return existsSync(join(root, 'templates/_new')) && !path.startsWith('..') && !isAbsolute(path);
}

/**
 * Copies `templates/_new/` to `templates/<name>/`: a type that works, to be changed.
 * @returns the files made, or the sentence that says why not
 */
export function newActivity(name: string, context: CommandContext): readonly string[] | string {
  if (!isInClone(context)) return words[context.language].noTypesHere;
  const from = join(context.root, 'templates/_new');
  const to = join(context.root, 'templates', name);
  if (existsSync(to)) return say(words[context.language].exists, { name, path: relative(process.cwd(), to) });
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => {
    const source = join(entry.parentPath, entry.name);
    const path = join(to, relative(from, source).replace('new-type', name));
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, readFileSync(source, 'utf8').replace(NAME, name).replaceAll(TITLE, titleOf(name)));
    return path;
  });
}
