import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { Entry } from '../../../build/host/host.ts';
import { LARGEST_STORED } from '../../../build/host/node/zip.ts';
import type { Sheet } from '../../../build/model/sheet.ts';
import { manifest } from '../../../build/stages/manifest/manifest.ts';
import { checkLimits, type PackageParts, reportTooLarge, writePackage } from '../../../build/stages/pack/write-package.ts';
import { engine } from '../../helpers/engine.ts';
import { readZip } from '../../helpers/read-zip.ts';
import { depot, EDITIONS } from '../manifest/depot.ts';
import { films, pictures, TEXTS } from './bakery-package.ts';

let folder = '';
let goal = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boulangerie-'));
  goal = join(folder, 'dist/pain/petrir.scorm12.zip');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MANIFEST: Omit<PackageParts, 'own'> = { manifest: '<manifest/>' };

function packed(file: string, own: readonly Entry[], parts: Omit<PackageParts, 'own'> = {}, sheets: readonly Sheet[] = []) {
  return writePackage(file, { own, ...parts }, () => sheets, engine.host);
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

function contentOf(entry: Entry): Buffer {
  return 'path' in entry ? readFileSync(entry.path) : Buffer.from(entry.data);
}

describe.each(EDITIONS)('%s', (target) => {
  test('the manifest is first, the rest by name, and it lists just what is there', async () => {
    const input = depot(target);
    const names = [...input.shared, ...input.scos.flatMap((sco) => sco.files)];
    const entries = names.map((name) => ({ name, data: `content of ${name}` }));
    const xsds = engine.pieces.schemas(target);
    const result = await packed(goal, entries, { manifest: manifest(input), schemas: xsds });
    const read = await readZip(goal);
    expect(read[0]).toMatchObject({ name: 'imsmanifest.xml', content: Buffer.from(manifest(input)) });
    expect(read.slice(1)).toEqual([...read.slice(1)].sort(byName));
    expect(result.files).toBe(read.length);
    const listed = [...manifest(input).matchAll(/<file href="([^"]+)"/g)].map((match) => match[1]);
    const besides = ['imsmanifest.xml', ...xsds.map((entry) => entry.name)];
    expect(read.map((entry) => entry.name).sort()).toEqual([...listed, ...besides].sort());
    for (const xsd of xsds) expect(read.find((entry) => entry.name === xsd.name)?.content).toEqual(contentOf(xsd));
  });
});

test('a package for the web has neither manifest nor schemas', async () => {
  const asked: unknown[] = [];
  const result = await writePackage(
    goal,
    { own: TEXTS },
    (zip) => {
      asked.push(zip);
      return [];
    },
    engine.host,
  );
  expect(asked).toEqual([{ bytes: result.bytes, sha256: result.sha256, files: 4 }]);
  const names = (await readZip(goal)).map((entry) => entry.name);
  expect(names).toEqual(['content.js', 'index.html', 'style.css', 'witness.png']);
  expect(result.files).toBe(4);
});

test('the sheets learn the number of all files, the manifest and schemas too', async () => {
  const asked: number[] = [];
  const parts = { own: TEXTS, manifest: '<manifest/>', schemas: [{ name: 'a.xsd', data: 'x' }] };
  const sheetsOf = (zip: { readonly files: number }) => {
    asked.push(zip.files);
    return [];
  };
  const { files } = await writePackage(goal, parts, sheetsOf, engine.host);
  expect([asked, files]).toEqual([[6], 6]);
});

test.each([
  ['small', pictures],
  ['large', films],
])('%s media come back as they were, stored without a data descriptor', async (_, media) => {
  const entries = [...TEXTS, ...media(join(folder, 'assets'))];
  const result = await packed(goal, entries, MANIFEST);
  const read = await readZip(goal);
  const sorted = [...entries].sort(byName);
  expect(read.slice(1).map((entry) => entry.name)).toEqual(sorted.map((entry) => entry.name));
  for (const [index, entry] of sorted.entries()) expect(read[index + 1]?.content.equals(contentOf(entry)), entry.name).toBe(true);
  for (const entry of read) {
    expect(entry.stored && entry.descriptor, entry.name).toBe(false);
    expect(entry.stored, entry.name).toBe(/\.(png|jpg|mp3|mp4|webm)$/.test(entry.name));
    expect(entry).toMatchObject({ modified: new Date('2000-01-01T00:00:00Z'), mode: 0o644 });
  }
  const bytes = readFileSync(goal);
  expect(result).toEqual({
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    files: entries.length + 1,
    sheets: [],
  });
});

test('the order in which files come makes no difference', async () => {
  const entries = [...TEXTS, ...pictures(join(folder, 'assets'))];
  const one = await packed(goal, entries, MANIFEST);
  const other = await packed(join(folder, 'autre.zip'), entries.toReversed(), MANIFEST);
  expect(other).toEqual(one);
});

test('several packages at once don’t mix', async () => {
  const entries = [...TEXTS, ...films(join(folder, 'assets'))];
  const alone = await packed(goal, entries, MANIFEST);
  const goals = Array.from({ length: 4 }, (_, index) => join(folder, `dist/${index}.zip`));
  const together = await Promise.all([...goals, goal, goal].map((file) => packed(file, entries, MANIFEST)));
  for (const result of together) expect(result).toEqual(alone);
  for (const file of [...goals, goal]) expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(alone.sha256);
});

test('a sheet is replaced where it changed, and left alone where it did not: another program may have it open', async () => {
  const path = (name: string): string => join(folder, 'dist/pain', name);
  const sheets = (reply: string): Sheet[] => [
    { name: 'petrir.codebook.csv', data: Buffer.from(`a;${reply}\n`) },
    { name: 'petrir.depot.html', data: Buffer.from('Réglages') },
  ];
  const inodes = (): number[] => ['petrir.codebook.csv', 'petrir.depot.html'].map((name) => statSync(path(name)).ino);
  await packed(goal, TEXTS, {}, sheets('farine'));
  const [book, depotSheet] = inodes();
  await packed(goal, TEXTS, {}, sheets('levain'));
  expect(readFileSync(path('petrir.codebook.csv'), 'utf8')).toBe('a;levain\n');
  const after = inodes();
  expect(after[0]).not.toBe(book);
  expect(after[1]).toBe(depotSheet);
  // As long, but not the same.
  writeFileSync(path('petrir.depot.html'), 'RÉGLAGES');
  await packed(goal, TEXTS, {}, sheets('levain'));
  expect(readFileSync(path('petrir.depot.html'), 'utf8')).toBe('Réglages');
  expect(inodes()[0]).toBe(after[0]);
});

describe('where something fails', () => {
  const left = (): string[] => readdirSync(join(folder, 'dist/pain'));

  /** A good package lies there; the one that fails must leave it alone. */
  async function expectUntouched(entries: readonly Entry[], message: string | RegExp, meanwhile = (): void => {}): Promise<void> {
    await packed(goal, TEXTS, MANIFEST);
    const good = readFileSync(goal);
    const packaging = packed(goal, entries, MANIFEST);
    meanwhile();
    await expect(packaging).rejects.toThrow(message);
    expect(left()).toEqual(['petrir.scorm12.zip']);
    expect(readFileSync(goal)).toEqual(good);
  }

  test('an asset that was never there', async () => {
    await expectUntouched([...TEXTS, { name: 'assets/levain.jpg', path: join(folder, 'levain.jpg'), bytes: 10 }], 'levain.jpg');
  });

  test('an asset that disappears midway', async () => {
    const media = films(join(folder, 'assets'));
    await expectUntouched([...TEXTS, ...media], 'petrir.mp4', () => rmSync(join(folder, 'assets/petrir.mp4')));
  });

  test.each([
    ['grows', 3_000_001],
    ['shrinks', 2_999_999],
  ])('an asset that %s midway', async (_, bytes) => {
    const media = films(join(folder, 'assets'));
    await expectUntouched([...TEXTS, ...media], 'changed', () => writeFileSync(join(folder, 'assets/petrir.mp4'), Buffer.alloc(bytes)));
  });

  test('a giant that disappears', async () => {
    const gone = { name: 'assets/z.mp4', path: join(folder, 'z.mp4'), bytes: LARGEST_STORED + 1 };
    await expectUntouched([...TEXTS, ...films(join(folder, 'assets')), gone], 'z.mp4');
  });

  test('a goal that can’t be replaced', async () => {
    mkdirSync(join(goal, 'inner'), { recursive: true });
    await expect(packed(goal, TEXTS)).rejects.toThrow();
    expect(left()).toEqual(['petrir.scorm12.zip']);
  });

  test('what a killed build left is removed, what another is writing is not', async () => {
    const name = (pid: number): string => join(folder, `dist/pain/.cuire.zip.${pid}-1.part`);
    mkdirSync(join(folder, 'dist/pain'), { recursive: true });
    writeFileSync(name(2 ** 22 + 1), 'half');
    writeFileSync(name(process.ppid), 'half');
    await packed(goal, TEXTS);
    expect(existsSync(name(2 ** 22 + 1))).toBe(false);
    expect(existsSync(name(process.ppid))).toBe(true);
  });
});

describe('refuses', () => {
  test.each([
    'Pain.html',
    'pâte.html',
    'pain de mie.html',
    '/pain.html',
    'pain//mie.html',
    '../../pain.html',
    'a/../pain.html',
    '../pain.html',
    './pain.html',
    'pain/.',
    'pain/..',
    'pain/',
    'pain\\mie.html',
    '',
    `${'p'.repeat(199)}/x`,
  ])('the name "%s"', async (name) => {
    await expect(packed(goal, [{ name, data: '' }])).rejects.toThrow('is no name');
    expect(existsSync(goal)).toBe(false);
  });

  test('no name of 200 characters, nor one with dots', async () => {
    await expect(packed(goal, [{ name: '..a/b..c_d-1.e/.f', data: '' }])).resolves.toMatchObject({ files: 1 });
    await expect(packed(goal, [{ name: `${'p'.repeat(198)}/x`, data: '' }])).resolves.toMatchObject({ files: 1 });
  });

  test('a name that stands twice', async () => {
    await expect(packed(goal, [...TEXTS, { name: 'index.html', data: 'other' }])).rejects.toThrow('"index.html" is twice');
    await expect(packed(goal, [{ name: 'imsmanifest.xml', data: '' }], MANIFEST)).rejects.toThrow('twice');
    const clash = [{ name: 'xmlschema.dtd', data: '' }];
    await expect(packed(goal, clash, { ...MANIFEST, schemas: engine.pieces.schemas('scorm2004-4') })).rejects.toThrow('twice');
  });

  test('what only ZIP64 could hold', async () => {
    const many = Array.from({ length: 65_536 }, (_, index) => ({ name: `${index}`, data: '' }));
    await expect(packed(goal, many)).rejects.toThrow('65,535');
    const large = ['a', 'b'].map((name) => ({ name, path: name, bytes: 2 ** 31 }));
    await expect(packed(goal, large)).rejects.toThrow('4 GiB');
  });

  test('no package that a zip just holds, in files or in bytes', () => {
    const many = Array.from({ length: 65_535 }, () => ({ name: 'a', data: '' }));
    const large = [
      { name: 'a', path: 'a', bytes: 2 ** 32 - 3 },
      { name: 'b', data: 'é' },
      { name: 'c', data: new Uint8Array(1) },
    ];
    expect(() => checkLimits(goal, many)).not.toThrow();
    expect(() => checkLimits(goal, large)).not.toThrow();
    expect(() => checkLimits(goal, [...large, { name: 'd', data: 'x' }])).toThrow('4 GiB');
  });

  test('a package that is too large is reported with its name; other errors are not', () => {
    const diagnostics = new Diagnostics();
    const thrown = (task: () => void): unknown => {
      try {
        task();
      } catch (error) {
        return error;
      }
      return undefined;
    };
    const error = thrown(() => checkLimits(goal, [{ name: 'a', path: 'a', bytes: 2 ** 32 }]));
    expect([reportTooLarge(error, diagnostics), reportTooLarge(new Error('4 GiB'), diagnostics)]).toEqual([true, false]);
    expect(diagnostics.list).toEqual([
      { severity: 'error', code: 'package-too-large', at: { file: goal, line: 1, column: 1 }, values: { file: 'petrir.scorm12.zip' } },
    ]);
  });
});
