#!/usr/bin/env node
// The launcher: in a clone it bundles the program when one of its sources is newer, then runs it.
// An installed package has the built program; the launcher compares and writes nothing there.
const { existsSync, readdirSync, rmSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const root = join(__dirname, '..');
const isClone = existsSync(join(root, 'build/toolchain/make.ts'));
const folder = join(root, isClone ? '.cartable/program' : 'program');

/** Files beside the sources that aren't part of the program. */
const BESIDE = /\.test\.ts$|\.md$/;

/** Finds the newest change below a path, in milliseconds since 1970. A folder's own time changes when files are added or removed. */
function newest(path) {
  let latest = statSync(path).mtimeMs;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) latest = Math.max(latest, newest(inner));
    else if (!BESIDE.test(entry.name)) latest = Math.max(latest, statSync(inner).mtimeMs);
  }
  return latest;
}

/** True if the program is missing or older than one of its sources. */
function stale() {
  if (!isClone) return false;
  const made = join(folder, 'made');
  if (!existsSync(made)) return true;
  const changed = ['build', 'src', 'templates'].map((name) => newest(join(root, name)));
  return Math.max(...changed, statSync(join(root, 'package-lock.json')).mtimeMs) > statSync(made).mtimeMs;
}

async function make() {
  const { build } = await import('esbuild');
  // Another process may be making it at the same time.
  const outfile = join(root, `.cartable/make.${process.pid}.mjs`);
  const entryPoints = [join(root, 'build/toolchain/make.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
  try {
    await (await import(pathToFileURL(outfile))).makeProgram(root);
  } finally {
    rmSync(outfile, { force: true });
  }
}

async function launch() {
  const isWarming = process.argv[2] === '--warm';
  const isStale = stale();
  if (isStale && !existsSync(join(root, 'node_modules'))) {
    // npx runs `prepare` once for a clone: a failure there leaves a cache that no later npx can read.
    if (isWarming) return;
    throw new Error('Tapez d’abord « npm ci » dans ce dossier. Type "npm ci" in this folder first.');
  }
  if (isStale) await make();
  if (isWarming) return;
  const { main } = require(join(folder, 'cli.cjs'));
  process.exitCode = await main(process.argv.slice(2), root, folder);
  // Flush the output first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

launch().catch(({ message, stack }) => {
  process.stderr.write(`${process.env.CARTABLE_DEBUG ? stack : `Cartable: ${message.split('\n').slice(0, 2).join(' ')}`}\n`);
  process.exitCode = 70;
});
