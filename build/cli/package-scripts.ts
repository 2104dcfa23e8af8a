import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { slashed } from '../files/folder.ts';
import { quoted } from './command-line.ts';
import type { CommandContext } from './context.ts';

/** Scripts of a course's `package.json`, each with its arguments to Cartable. */
const SCRIPTS = { build: 'build --sheets', preview: 'preview', validate: 'validate' } as const;

/** Scripts of a project: an installed Cartable is called by its name, a clone by its file. */
function scriptsFor({ root, project }: CommandContext): Readonly<Record<string, string>> {
  const isInstalled = root.split(sep).includes('node_modules');
  const program = isInstalled ? 'cartable' : `node ${quoted(slashed(join(relative(project, root), 'build/cartable.cjs')))}`;
  return Object.fromEntries(Object.entries(SCRIPTS).map(([name, args]) => [name, `${program} ${args}`]));
}

function scriptsIn(path: string): object {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).scripts ?? {};
  } catch {
    return {};
  }
}

/** Makes a `package.json`; null if the project has one. */
export function newPackage(context: CommandContext): string | null {
  if (existsSync(join(context.project, 'package.json'))) return null;
  return `${JSON.stringify({ private: true, scripts: scriptsFor(context) }, null, 2)}\n`;
}

/** Lists scripts that `package.json` lacks, and the command that adds them; null if it has them all. */
export function missingScripts(context: CommandContext): { readonly names: string; readonly command: string } | null {
  const known = scriptsIn(join(context.project, 'package.json'));
  const missing = Object.entries(scriptsFor(context)).filter(([name]) => !Object.hasOwn(known, name));
  const words = missing.map(([name, text]) => `"scripts.${name}=${text.replaceAll('"', '\\"')}"`);
  if (words.length === 0) return null;
  return { names: missing.map(([name]) => name).join(', '), command: `npm pkg set ${words.join(' ')}` };
}
