import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { slashed } from '../files/folder.ts';

/** Environment, script and folder that the program was started with. */
export interface Start {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of the script that Node runs. */
  readonly script: string;
  readonly folder: string;
}

/** Matches a call of Cartable in an npm script: `cartable`, or the path of `cartable.cjs` in a clone. */
const CALL = /(?:^|[\s/\\"'])cartable(\.cjs)?(?=["'\s]|$)/;

/** Quotes a path for a shell. */
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

/** Returns `npm run NAME` if the project has a script for the command; else a call of Cartable as in the running script. */
function byScript(args: string, { env }: Start): string {
  const [command = '', ...rest] = args.split(' ');
  const own = new RegExp(`cartable(?:\\.cjs)?["']?\\s+${command}\\b[^&;|]*$`);
  const names = Object.entries(scriptsOf(env.npm_package_json)).flatMap(([name, text]) => (own.test(text) ? [name] : []));
  const name = names.find((one) => one === command) ?? names[0];
  if (name !== undefined) return [`npm run ${name}`, ...(rest.length > 0 ? ['--', ...rest] : [])].join(' ');
  const [file] = /^.*cartable\.cjs["']?/.exec(env.npm_lifecycle_script ?? '') ?? [];
  return `${file ?? 'npx cartable'} ${args}`;
}

/** Tests whether the program is installed beside the courses, in this folder or a parent. */
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
 * Formats a command as the user can type it, started in the same way as the running one.
 * @param args arguments of the program: `ids --write`
 */
export function commandLine(args: string, start: Start): string {
  const { env } = start;
  // A shell that npm started for another program passes npm's variables on.
  if (!CALL.test(env.npm_lifecycle_script ?? '')) return byPath(args, start);
  if (env.npm_lifecycle_event !== 'npx') return byScript(args, start);
  // npm 11 starts `npx` and `npx --no` alike. `--no` is needed only in a clone, where npm could download a package of that name.
  const isClone = !/[\\/]node_modules[\\/]/.test(start.script);
  return `npx ${isClone && env.npm_config_yes === '' ? '--no ' : ''}cartable ${args}`;
}
