import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { schemas } from '../../build/manifests/schemas.ts';
import { packageZip } from '../../build/stages/package.ts';
import { ALIASES } from '../../build/zip/aliases.ts';
import { LARGEST_STORED } from '../../build/zip.ts';
import { films, giant, pictures, TEXTS } from '../stages/bakery-package.ts';

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'boulangerie-'));
const program = join(folder, 'program.cjs');

/**
 * Prints the SHA-256 of a package with a set of media, where it is the same when made again. It knows no pieces: what the program's
 * build deflated ahead must be what a build makes by itself.
 */
const PROGRAM = `
  import { schemas } from './build/manifests/schemas.ts';
  import { packageZip } from './build/stages/package.ts';
  import { disguise, films, giant, pictures, TEXTS } from './tests/stages/bakery-package.ts';
  const [root, set] = process.argv.slice(2);
  const media = { films, giant, pictures }[set]('assets');
  disguise(media);
  const make = (more) => packageZip('x.zip', [...TEXTS, ...more], '<manifest/>', schemas('scorm2004-3', root));
  async function main() {
    // What one package leaves in memory must change nothing in the next, at its level either.
    const bare = await make([]);
    const full = [await make(media), await make(media)];
    const same = full[0].sha256 === full[1].sha256 && bare.sha256 === (await make([])).sha256;
    console.log(same ? full[0].sha256 : 'not the same twice');
  }
  main();
`;

beforeAll(async () => {
  await build({
    absWorkingDir: root,
    stdin: { contents: PROGRAM, resolveDir: root, loader: 'ts' },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: ALIASES,
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs Node where it is another day: in another folder, time zone and language. */
function elsewhere(zone: string, args: readonly string[]): string {
  const env = { ...process.env, TZ: zone, LANG: 'tr_TR.UTF-8' };
  return execFileSync(process.execPath, args, { cwd: mkdtempSync(join(folder, 'ailleurs-')), encoding: 'utf8', env }).trim();
}

const DAY_BEFORE = 'America/Anchorage';
const DAY_AFTER = 'Pacific/Kiritimati';

test('the zones of these tests are a day apart', () => {
  const day = ['-p', 'new Date(Date.UTC(2000, 0, 1)).getDate()'];
  expect([elsewhere(DAY_BEFORE, day), elsewhere(DAY_AFTER, day)]).toEqual(['31', '1']);
});

describe.each(Object.entries({ pictures, films, giant }))('a package with %s', (set, media) => {
  test('is the same, byte for byte, from the bundled program in other places', async () => {
    const entries = [...TEXTS, ...media(join(folder, set))];
    const here = await packageZip(join(folder, `${set}.zip`), entries, '<manifest/>', schemas('scorm2004-3', root));
    expect(elsewhere(DAY_BEFORE, [program, root, set])).toBe(here.sha256);
    expect(elsewhere(DAY_AFTER, [program, root, set])).toBe(here.sha256);
  });
});

test('a giant is deflated, and whole', async () => {
  await packageZip(join(folder, 'giant.zip'), giant(join(folder, 'giant')));
  const zip = await fromBufferPromise(readFileSync(join(folder, 'giant.zip')));
  const methods: number[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'assets/journee.mp4') continue;
    methods.push(entry.compressionMethod);
    let bytes = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) bytes += chunk.length;
    expect(bytes).toBe(LARGEST_STORED + 1);
  }
  expect(methods).toEqual([8]);
});
