import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runHere } from './run-here.ts';

const root = join(import.meta.dirname, '../..');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs until it is stopped. */
export interface Running {
  /** Resolves once standard output and error together match. */
  says(pattern: RegExp): Promise<string>;
  /** Stops it as Ctrl+C does. */
  stop(): Promise<Run>;
}

/** Environment that npm gives to a program run by `npx --no cartable`, whatever has started the tests. */
const NPX = { npm_lifecycle_event: 'npx', npm_lifecycle_script: "'cartable'", npm_config_yes: '' };

/** Environment of a command: French unless `env` has another language. */
function environment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...NPX, LANG: 'fr_FR.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...env };
}

/** Options to start a command. */
function callOf(args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>, program = root) {
  return {
    args: [join(program, 'build/cartable.cjs'), ...args],
    options: { cwd, env: { ...process.env, ...environment(env) } },
  };
}

function start(...call: Parameters<typeof callOf>) {
  const { args, options } = callOf(...call);
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => {
    output.out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    output.err += data.toString();
  });
  const ended = new Promise<Run>((resolve) => child.on('close', (code) => resolve({ code, ...output })));
  return { child, output, ended };
}

/** Runs a command of the built program in a folder, in French unless `env` says otherwise. A process of its own would take most of the time. */
export function runCartable(args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>): Promise<Run> {
  return runHere(args, cwd, environment(env));
}

/** Runs a command in a process of its own, where that is what is tried. @param program folder of Cartable */
export function runApart(args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>, program = root): Promise<Run> {
  return start(args, cwd, env, program).ended;
}

/** Runs the real program with a standard output that accepts nothing. @param stdout its target; by default a pipe without a reader */
export function runUnheard(args: readonly string[], cwd: string, stdout: number | 'pipe' = 'pipe'): Promise<Omit<Run, 'out'>> {
  const call = callOf(args, cwd);
  const child = spawn(process.execPath, call.args, { ...call.options, stdio: ['ignore', stdout, 'pipe'] });
  child.stdout?.destroy();
  let err = '';
  child.stderr?.on('data', (data: Buffer) => {
    err += data.toString();
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })));
}

/** Starts a command that keeps running. */
export function startCartable(args: readonly string[], cwd: string): Running {
  const { child, output, ended } = start(args, cwd);
  return {
    async says(pattern) {
      const end = Date.now() + 20_000;
      for (;;) {
        const text = output.out + output.err;
        if (pattern.test(text)) return text;
        if (Date.now() > end || child.exitCode !== null) throw new Error(`never said ${pattern}:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** Writes files into a new folder, by path. */
export function makeProject(files: Readonly<Record<string, string>>): string {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'cartable-project-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  return project;
}

/** Makes a project with the bakery of the fixtures. */
export function bakeryProject(): string {
  const project = makeProject({});
  cpSync(join(import.meta.dirname, '../fixtures/bakery/modules'), join(project, 'modules'), { recursive: true });
  return project;
}
