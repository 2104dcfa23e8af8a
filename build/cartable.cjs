#!/usr/bin/env node
// The launcher: in a clone it bundles the program when one of its sources is newer, then starts it from V8's cached code.
// An installed package has the made program; nothing is compared there, and nothing written.
// CommonJS, because Node reads it in one go, without a look at other threads.
const { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const os = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const v8 = require('node:v8');
const vm = require('node:vm');

const root = join(__dirname, '..');
const isClone = existsSync(join(root, 'build/program/make.ts'));
const folder = join(root, isClone ? '.cartable/program' : 'program');

// Deflating is all that other threads do here: more of them than cores only take memory.
process.env.UV_THREADPOOL_SIZE ??= String(Math.min(4, os.availableParallelism()));

/** Milliseconds after which V8 may have let go of what ran at first. */
const SOON = 10_000;

/** What is no part of the program, though it lies beside its sources. */
const BESIDE = /\.test\.ts$|\.md$/;

/** Newest change below a path, in milliseconds since 1970. A folder's own time tells of files added and removed. */
function newest(path) {
  let latest = statSync(path).mtimeMs;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) latest = Math.max(latest, newest(inner));
    else if (!BESIDE.test(entry.name)) latest = Math.max(latest, statSync(inner).mtimeMs);
  }
  return latest;
}

/** True where the program is missing or older than a source of it. */
function stale() {
  if (!isClone) return false;
  const made = join(folder, 'made');
  if (!existsSync(made)) return true;
  const changed = ['build', 'src', 'templates'].map((name) => newest(join(root, name)));
  return Math.max(...changed, statSync(join(root, 'package-lock.json')).mtimeMs) > statSync(made).mtimeMs;
}

async function make() {
  const { build } = await import('esbuild');
  // Another process may be making it, too.
  const outfile = join(root, `.cartable/make.${process.pid}.mjs`);
  const entryPoints = [join(root, 'build/program/make.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
  try {
    await (await import(pathToFileURL(outfile))).makeProgram(root);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Reads the cached program; undefined where it can't be read. An installed package keeps none. */
function cachedAt(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** A full disk, a folder that may only be read: the next start takes longer, and that is all. */
function keep(script, path) {
  const part = `${path}.${process.pid}`;
  try {
    writeFileSync(part, script.createCachedData());
    renameSync(part, path);
  } catch {
    rmSync(part, { force: true });
  }
}

/** Compiles the program; what was read for it is nobody's any more when this is done: 3 MiB that a build has use for. */
function load(filename, cache) {
  const cachedData = cachedAt(cache);
  const importModuleDynamically = vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  // `make` left nothing in it that takes more than a byte.
  const script = new vm.Script(readFileSync(filename, 'latin1'), { filename, cachedData, importModuleDynamically });
  return { program: script.runInThisContext(), script: !cachedData || script.cachedDataRejected ? script : undefined };
}

/** Sets a flag where V8 is known to have it: one that it does not know it complains of, on each run. @param last major version that has it */
function tune(flag, last) {
  if (Number.parseInt(process.versions.v8, 10) <= last) v8.setFlagsFromString(flag);
}

async function start() {
  // A build ends long before V8's optimizing compiler has paid for itself: what runs hot for seconds still gets there.
  tune('--interrupt-budget=1000000', 11);
  // A build is over before its garbage takes more room than there is: a look for it through all of the heap costs a twentieth of the time.
  tune('--heap-growing-percent=300', 14);
  const filename = join(folder, 'cli.cjs');
  // The cache holds what its first run has called: a look at the help, or a build that stops at a mistake, would leave little of a build.
  const cache = join(folder, `${process.argv[2] === 'build' ? 'build' : 'other'}.${process.version}.${process.arch}.cache`);
  const { program, script } = load(filename, cache);
  const module = { exports: {} };
  program(createRequire(filename), filename, folder, module, module.exports);
  // The space for new objects stays as small as it is by now: a larger one takes 20 MiB and, page by page, as much time as it saves.
  tune('--semi-space-growth-factor=1', 14);
  process.exitCode = await module.exports.main(process.argv.slice(2), root, folder);
  if (isClone && script && process.exitCode === 0 && performance.now() < SOON) {
    // V8 takes cached code only with the flags that it was made with.
    tune('--semi-space-growth-factor=2', 14);
    keep(script, cache);
  }
  // Nobody waits for a heap to be taken down object by object. What was printed goes out first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

async function launch() {
  if (stale()) await make();
  if (process.argv[2] !== '--warm') await start();
}

launch().catch(({ message, stack }) => {
  process.stderr.write(`${process.env.CARTABLE_DEBUG ? stack : `Cartable: ${message.split('\n').slice(0, 2).join(' ')}`}\n`);
  process.exitCode = 70;
});
