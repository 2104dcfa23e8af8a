import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Writable } from 'node:stream';

const root = join(import.meta.dirname, '../..');

/** The program that was built for the tests. */
interface Program {
  main(args: readonly string[], root: string, folder: string): Promise<number>;
}

/** Collects what is written to an output that is no terminal. */
class Heard extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

const outputs = ['stdout', 'stderr'] as const;

/** Sets variables of the environment; those that are undefined are removed. @returns what they were */
function setVariables(values: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return before;
}

/** Calls the program in this process, with the folder, the arguments, the environment and the outputs of a process of its own. */
async function call(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  const { main }: Program = createRequire(import.meta.url)(join(root, '.cartable/program/cli.cjs'));
  const received = { stdout: new Heard(), stderr: new Heard() };
  const streams = outputs.map((name) => [name, Object.getOwnPropertyDescriptor(process, name) as PropertyDescriptor] as const);
  const { argv } = process;
  const folder = process.cwd();
  const before = setVariables(env);
  try {
    process.argv = [process.execPath, join(root, 'build/cartable.cjs'), ...args];
    process.chdir(cwd);
    for (const name of outputs) Object.defineProperty(process, name, { configurable: true, enumerable: true, value: received[name] });
    const code = await main(args, root, join(root, '.cartable/program'));
    return { code, out: received.stdout.text, err: received.stderr.text };
  } finally {
    for (const [name, stream] of streams) Object.defineProperty(process, name, stream);
    process.chdir(folder);
    process.argv = argv;
    setVariables(before);
  }
}

/** The last run: a process has one folder at a time. */
let last: Promise<unknown> = Promise.resolve();

/** Runs a command in this process, which is several times faster than in one of its own, after those that were asked for before. */
export function runHere(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): ReturnType<typeof call> {
  const run = last.then(() => call(args, cwd, env));
  last = run.catch(() => {});
  return run;
}
