import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { slashed } from '../disk.ts';

/** Environment, script and folder that the program was started with. */
export interface Start {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of the script that Node runs. */
  readonly script: string;
  readonly folder: string;
}

/** Cartable in a script of npm: by its name, or as the file of a clone. */
const CALL = /(?:^|[\s/\\"'])cartable(\.cjs)?(?=["'\s]|$)/;

/** A path as a shell takes it. */
export function quoted(path: string): string {
  return /[^\w./:@-]/.test(path) ? `"${path}"` : path;
}

function scriptsOf(path: string | undefined): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8')).scripts ?? {};
  } catch {
    return {};
  }
}

/** `npm run NAME` where the project has a script for the command; else the command as its scripts call it. */
function byScript(args: string, { env }: Start): string {
  const [command = '', ...rest] = args.split(' ');
  const own = new RegExp(`cartable(?:\\.cjs)?["']?\\s+${command}\\b[^&;|]*$`);
  const names = Object.entries(scriptsOf(env.npm_package_json)).flatMap(([name, text]) => (own.test(text) ? [name] : []));
  const name = names.find((one) => one === command) ?? names[0];
  if (name !== undefined) return [`npm run ${name}`, ...(rest.length > 0 ? ['--', ...rest] : [])].join(' ');
  const [file] = /^.*cartable\.cjs["']?/.exec(env.npm_lifecycle_script ?? '') ?? [];
  return `${file ?? 'npx cartable'} ${args}`;
}

/** Is the program installed beside the courses, in this folder or one around it? */
function isBeside({ script, folder }: Start): boolean {
  const home = /^(.*)[\\/]node_modules[\\/](?:\.bin[\\/]cartable|cartable[\\/]build[\\/]cartable\.cjs)$/.exec(script)?.[1];
  return home !== undefined && !relative(home, folder).startsWith('..');
}

function byPath(args: string, start: Start): string {
  const { script, folder } = start;
  if (isBeside(start)) return `npx cartable ${args}`;
  if (basename(script) === 'cartable') return `cartable ${args}`;
  const path = relative(folder, script);
  return `node ${quoted(slashed(path.length < script.length ? path : script))} ${args}`;
}

/**
 * A command as the user can type it: started in the same way as the one that is running.
 * @param args what follows the program's name: `ids --write`
 */
export function commandLine(args: string, start: Start): string {
  const { env } = start;
  // A shell that npm started for another program hands its variables on.
  if (!CALL.test(env.npm_lifecycle_script ?? '')) return byPath(args, start);
  if (env.npm_lifecycle_event !== 'npx') return byScript(args, start);
  // npm 11 starts `npx` and `npx --no` alike. Only a clone must keep npm from fetching a program of that name.
  const isClone = !/[\\/]node_modules[\\/]/.test(start.script);
  return `npx ${isClone && env.npm_config_yes === '' ? '--no ' : ''}cartable ${args}`;
}
