import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { writeWhole } from '../host/node/write-whole.ts';
import type { CommandContext } from './context.ts';
import { fill, strings } from './strings.ts';

/** Name of the skeleton in its own files. */
const NAME = /new-type|(?<=')_new(?=')/g;
const TITLE = 'New type';

/** `pain-perdu` → `Pain perdu`. */
export function titleOf(name: string): string {
  const text = name.replaceAll('-', ' ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Tests whether the command is called in a clone of Cartable. Elsewhere a type belongs to the project. */
export function isInClone({ root, project }: CommandContext): boolean {
  const path = relative(root, project);
  return existsSync(join(root, 'templates/_new')) && !path.startsWith('..') && !isAbsolute(path);
}

/** Imports of Cartable's sources, and how a project's own type writes them. */
const IMPORTS = [
  [/^import \* as z from 'zod';$/gm, "import { z } from 'cartable/types';"],
  [/'\.\.\/\.\.\/build\/[^']+'/g, "'cartable/types'"],
  [/'\.\.\/\.\.\/src\/model\/[^']+'/g, "'cartable/scoring'"],
  [/'\.\.\/\.\.\/src\/player\/[^']+'/g, "'cartable/runtime'"],
] as const;

const LINE = /^import (type )?\{ (.+) \} from '(cartable\/\w+)';\n/gm;

/** Source of a type with imports that a project can have, one a module. */
function withOwnImports(text: string): string {
  const names = new Map<string, readonly string[]>();
  const rest = IMPORTS.reduce((changed, [pattern, name]) => changed.replace(pattern, name), text).replace(
    LINE,
    (_, type: string | undefined, list: string, module: string) => {
      const added = list.split(', ').map((name) => (type ?? '') + name);
      names.set(module, [...(names.get(module) ?? []), ...added]);
      return '';
    },
  );
  return [...names].map(([module, list]) => `import { ${list.join(', ')} } from '${module}';\n`).join('') + rest;
}

/** Finds the skeleton of a type: an installed package has a copy beside the program. */
function skeleton({ root, program }: CommandContext): string {
  const own = join(root, 'templates/_new');
  return existsSync(own) ? own : join(program, 'new-type');
}

/**
 * Copies the skeleton of a type to `templates/<name>/` in a clone, to `types/<name>/` in a project: a type that works, to be changed.
 * @returns the files made, or the sentence that says why not
 */
export function newActivity(name: string, context: CommandContext): readonly string[] | string {
  const { engine, root, types, language } = context;
  const inClone = isInClone(context);
  const from = skeleton(context);
  const to = inClone ? join(root, 'templates', name) : join(types, name);
  if (existsSync(to)) return fill(strings[language].exists, { name, path: relative(process.cwd(), to) });
  if (!inClone && engine.types.has(name)) return fill(strings[language].exists, { name, path: `Cartable, templates/${name}` });
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  // The test of the skeleton needs those of Cartable.
  const copied = inClone ? files : files.filter((entry) => !entry.name.endsWith('.test.ts'));
  return copied.map((entry) => {
    const source = join(entry.parentPath, entry.name);
    const path = join(to, relative(from, source).replace('new-type', name));
    mkdirSync(dirname(path), { recursive: true });
    const text = readFileSync(source, 'utf8').replace(NAME, name).replaceAll(TITLE, titleOf(name));
    writeWhole(path, inClone ? text : withOwnImports(text));
    return path;
  });
}
