import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { schemaFiles } from '../../build/host/node/schemas.ts';
import { LARGEST_STORED, writeZip } from '../../build/host/node/zip.ts';
import { sampled } from '../helpers/sweep.ts';
import { films, giant, pictures, TEXTS } from '../stages/pack/bakery-package.ts';

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'boulangerie-'));
const program = join(folder, 'program.cjs');

/** Prints the SHA-256 of a zip with a set of media, where it is the same when made again. */
const PROGRAM = `
  import { schemaFiles } from './build/host/node/schemas.ts';
  import { writeZip } from './build/host/node/zip.ts';
  import { disguise, films, giant, pictures, TEXTS } from './tests/stages/pack/bakery-package.ts';
  const [root, set] = process.argv.slice(2);
  const media = { films, giant, pictures }[set]('assets');
  disguise(media);
  const make = (more) => writeZip('x.zip', [...TEXTS, ...more, ...schemaFiles('scorm2004-3', root)]);
  async function main() {
    // Memory left by one zip must not change the next one, including its compression level.
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

describe.each(sampled(Object.entries({ pictures, giant, films }), 2))('a zip with %s', (set, media) => {
  test('is the same, byte for byte, from the bundled program in other places', async () => {
    const entries = [...TEXTS, ...media(join(folder, set)), ...schemaFiles('scorm2004-3', root)];
    const here = await writeZip(join(folder, `${set}.zip`), entries);
    expect(elsewhere(DAY_BEFORE, [program, root, set])).toBe(here.sha256);
    expect(elsewhere(DAY_AFTER, [program, root, set])).toBe(here.sha256);
  });
});

test('a giant is deflated, and whole', async () => {
  await writeZip(join(folder, 'giant.zip'), giant(join(folder, 'giant')));
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
