import { spawn } from 'node:child_process';
import { basename, dirname, join } from 'node:path';

/** Signals that end the command: Ctrl+C, the end of the system, a closed terminal. */
export const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Longest piece of an output that is shown after a failure, in lines. */
const LINES = 12;

/**
 * @typedef {object} Result
 * @property {boolean} isDone
 * @property {boolean} isStopped by one of the signals
 * @property {string} output last lines of the output
 */

/**
 * Removes what npm told this program about itself, so that the programs it starts don't take it for their own.
 * @param {Readonly<Record<string, string | undefined>>} env
 */
function cleaned(env) {
  const own = /^(?:npm_(?:lifecycle|package)_|npm_config_(?:local_prefix|package|yes|call)$|npm_command$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

/**
 * Finds the command that starts npm: the one that runs this program, or the one that is installed.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ readonly file: string, readonly args: readonly string[], readonly shell: boolean }}
 */
export function npmCommand(env) {
  const script = env.npm_execpath ?? '';
  const name = basename(script.replaceAll('\\', '/'));
  if (name === 'npm-cli.js') return { file: process.execPath, args: [script], shell: false };
  if (name === 'npx-cli.js') return { file: process.execPath, args: [join(dirname(script), 'npm-cli.js')], shell: false };
  // On Windows npm is a batch file, which only a shell starts.
  return { file: 'npm', args: [], shell: process.platform === 'win32' };
}

/**
 * Runs a program to its end.
 * @param {{ readonly file: string, readonly args: readonly string[], readonly shell?: boolean }} call
 * @param {string} folder
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Promise<Result>}
 */
function run({ file, args, shell = false }, folder, env) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: folder, env: cleaned(env), shell, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    let isStopped = false;
    // A terminal sends Ctrl+C to both: this program waits for the other one, to clean up.
    const stop = () => {
      isStopped = true;
      child.kill();
    };
    const end = (/** @type {boolean} */ isDone) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve({ isDone: isDone && !isStopped, isStopped, output: output.trimEnd().split('\n').slice(-LINES).join('\n') });
    };
    const collect = (/** @type {Buffer} */ data) => {
      output += data.toString();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', ({ message }) => {
      output += message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/**
 * Installs the dependencies of a folder.
 * @param {string} folder
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function install(folder, env) {
  const { file, args, shell } = npmCommand(env);
  return run({ file, args: [...args, 'install', '--no-audit', '--no-fund'], shell }, folder, env);
}

/**
 * Runs a command of the Cartable that is installed in a folder.
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function cartable(args, folder, env) {
  const program = join(folder, 'node_modules/cartable/build/cartable.cjs');
  return run({ file: process.execPath, args: [program, ...args] }, folder, env);
}
