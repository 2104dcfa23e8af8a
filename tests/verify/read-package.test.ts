import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPackage } from '../../build/verify/read-package.ts';
import { verdictSchema } from '../../build/verify/result-schema.ts';
import { verifyStrings } from '../../build/verify/strings.ts';
import { toJson } from '../../build/verify/to-json.ts';
import { openZip } from '../../build/verify/zip/open-zip.ts';
import { sourceOf } from '../../build/verify/zip/source.ts';
import { check, depot, type Files, zipped } from './packages.ts';
import { rawZip } from './zip/raw-zip.ts';

const MANIFEST = '<manifest identifier="m"/>';

async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const { facts, findings } = await readPackage(await openZip(sourceOf(zipped(new Map(Object.entries(files))))));
  return {
    facts,
    found: findings.map(({ rule, severity, sources, values, items, line }) => {
      expect(severity).toBe('error');
      return [rule, ...sources, values ?? {}, ...(items ? [items] : []), ...(line === undefined ? [] : [line])];
    }),
  };
}

test('the manifest at the root', async () => {
  const { facts, found } = await read({ 'a/imsmanifest.xml': '<other/>', 'imsmanifest.xml': MANIFEST });
  expect([facts?.base, facts?.manifest.root.name, facts?.decoded.text, facts?.zip.files.size, found]).toEqual([
    '',
    'manifest',
    MANIFEST,
    2,
    [],
  ]);
});

test('a manifest with capitals, or in a folder, is read there', async () => {
  const upper = await read({ 'ImsManifest.XML': MANIFEST });
  expect([upper.facts?.base, upper.found]).toEqual(['', [['manifest-case', 'scorm.md 29', { name: 'ImsManifest.XML' }]]]);
  const deep = await read({ 'a/b/imsmanifest.xml': '<other/>', 'b/imsmanifest.xml': MANIFEST, '__MACOSX/imsmanifest.xml': '<other/>' });
  expect([deep.facts?.base, deep.found]).toEqual(['b/', []]);
  const deeper = await read({ 'a/b/imsmanifest.xml': MANIFEST });
  expect([deeper.facts?.base, deeper.found]).toEqual(['a/b/', []]);
  const beside = await read({ 'c/imsmanifest.xml': MANIFEST, 'b/imsmanifest.xml': '<other/>' });
  expect([beside.facts?.base, beside.found]).toEqual(['c/', []]);
  const both = await read({ 'b/IMSMANIFEST.xml': MANIFEST });
  expect([both.facts?.base, both.found]).toEqual(['b/', [['manifest-case', 'scorm.md 29', { name: 'IMSMANIFEST.xml' }]]]);
});

test.each([
  ['cmi5.xml', 'cmi5'],
  ['a/CMI5.xml', 'cmi5'],
  ['tincan.xml', 'xAPI (Tin Can)'],
  ['cours.crs', 'AICC'],
  ['a/cours.au', 'AICC'],
  ['h5p.json', 'H5P'],
  ['moodle_backup.xml', 'Moodle (.mbz)'],
])('%s shows another format: %s', async (name, format) => {
  const { facts, found } = await read({ 'index.html': 'x', [name]: 'x' });
  expect([facts, found]).toEqual([null, [['other-format', 'scorm.md 29', { format }]]]);
});

test('of several other formats the first of the list is named, whatever the order of the files', async () => {
  for (const names of [
    ['tincan.xml', 'cmi5.xml', 'h5p.json'],
    ['cmi5.xml', 'h5p.json', 'tincan.xml'],
  ])
    expect((await read(Object.fromEntries(names.map((name) => [name, 'x'])))).found).toEqual([
      ['other-format', 'scorm.md 29', { format: 'cmi5' }],
    ]);
});

test.each([
  'mycmi5.xml',
  'cmi5.xml.txt',
  'xtincan.xml',
  'crs',
  'cours.aux',
  'xh5p.json',
  'imsmanifest.xml.bak',
  '__MACOSX/imsmanifest.xml',
])('%s shows nothing', async (name) => {
  expect((await read({ [name]: 'x' })).found).toEqual([['manifest-none', 'scorm.md 29', {}]]);
});

test('a zip in a few files is likely the package itself', async () => {
  const few = { 'a.ZIP': 'x', 'b.zip': 'x', 'c.txt': 'x', 'd.txt': 'x', 'e.txt': 'x' };
  expect((await read(few)).found).toEqual([['zip-inside', 'scorm.md 28', { first: 'a.ZIP' }, ['a.ZIP', 'b.zip']]]);
  expect((await read({ ...few, 'f.txt': 'x' })).found).toEqual([['manifest-none', 'scorm.md 29', {}]]);
});

test.each<[string, string | Uint8Array, readonly unknown[]]>([
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0xff), ['manifest-bytes', 'scorm.md 29', {}]],
  ['a document type', `<!doctype manifest>${MANIFEST}`, ['manifest-doctype', 'scorm.md 29', {}]],
  ['an entity in a comment', `<!-- <!ENTITY a "b"> -->${MANIFEST}`, ['manifest-doctype', 'scorm.md 29', {}]],
  ['another root', '\n<html/>', ['manifest-root', 'scorm.md 29', { name: 'html' }, 2]],
  ['broken XML', '<manifest>\n<a></manifest>', ['manifest-xml', 'scorm.md 29', {}, 2]],
])('%s stops the check', async (_, text, finding) => {
  const { facts, found } = await read({ 'imsmanifest.xml': text });
  expect([facts, found]).toEqual([null, [finding]]);
});

test('what stops the check comes after what was found before', async () => {
  expect((await read({ 'IMSmanifest.xml': '<html/>' })).found.map(([rule]) => rule)).toEqual(['manifest-case', 'manifest-root']);
});

test('a manifest has 8 MiB at most: a larger one isn’t even unpacked', async () => {
  const most = 8 * 1024 * 1024;
  const stating = async (size: number) => await readPackage(await openZip(sourceOf(rawZip([{ name: 'imsmanifest.xml', size }]))));
  await expect(stating(most)).rejects.toMatchObject({ id: 'zip-content' });
  expect((await stating(most + 1)).findings).toMatchObject([{ rule: 'manifest-large', values: { n: 8 } }]);
  for (const [size, n] of [
    [60.48, 60],
    [60.52, 61],
  ] as const) {
    expect((await stating(Math.round(size * 1024 * 1024))).findings).toMatchObject([{ values: { n } }]);
  }
  expect((await stating(most + 700_000)).findings).toMatchObject([{ rule: 'manifest-large', values: { n: 9 } }]);
});

/** A package small enough that most changes meet its headers and its manifest. */
function withoutSchemas(): Files {
  return new Map([...depot('scorm2004-3')].filter(([name]) => !/\.(?:xsd|dtd)$/.test(name)));
}

/** Changes some bytes of a zip, or cuts it. */
const damage = fc.record({
  changes: fc.array(fc.record({ at: fc.double({ min: 0, max: 0.9999, noNaN: true }), byte: fc.nat(255) }), { maxLength: 6 }),
  keep: fc.oneof(fc.constant(1), fc.double({ min: 0.1, max: 1, noNaN: true })),
});

test('no damaged zip makes the program fail', { timeout: 120_000 }, async () => {
  const good = zipped(withoutSchemas());
  await fc.assert(
    fc.asyncProperty(damage, async ({ changes, keep }) => {
      const bytes = good.slice(0, Math.ceil(good.length * keep));
      for (const { at, byte } of changes) bytes[Math.floor(at * bytes.length)] = byte;
      const verdict = await check(bytes);
      const json = toJson(verdict, { name: 'depot.zip', bytes: bytes.length }, verifyStrings('en'));
      expect(verdictSchema.safeParse(json).success).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('no damaged manifest makes the program fail', { timeout: 120_000 }, async () => {
  const good = String(depot('scorm2004-3').get('imsmanifest.xml'));
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    '&',
    '</item>',
    '<item>',
    ' identifier=""',
    ' href="%"',
    ' href="?"',
    '\u0000',
    '<![CDATA[',
    '-->',
    'é',
  );
  const edits = fc.array(fc.record({ at: fc.nat(good.length), cut: fc.nat(40), piece }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(edits, async (list) => {
      const files = withoutSchemas();
      let text = good;
      for (const { at, cut, piece: more } of list) text = text.slice(0, at) + more + text.slice(at + cut);
      files.set('imsmanifest.xml', text);
      const verdict = await check(zipped(files));
      expect(verdictSchema.safeParse(toJson(verdict, { name: 'd', bytes: 1 }, verifyStrings('fr'))).success).toBe(true);
    }),
    { numRuns: 200 },
  );
});
