import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verdictPage } from '../../build/verify/page/verdict-page.ts';
import { verdictSchema } from '../../build/verify/result-schema.ts';
import { rules } from '../../build/verify/rules/all.ts';
import { verifyStrings } from '../../build/verify/strings.ts';
import { toJson } from '../../build/verify/to-json.ts';
import { verdictText } from '../../build/verify/verdict-text.ts';
import { MUTATIONS_12, MUTATIONS_2004 } from './mutations.ts';
import { change, check, depot, type Files, rulesOf, zipped } from './packages.ts';

describe('a package with which nothing is wrong', () => {
  test.each(['scorm12', 'scorm2004-3', 'scorm2004-4'] as const)('%s: no rule is broken', async (target) => {
    const verdict = await check(zipped(depot(target)));
    expect(rulesOf(verdict)).toEqual(target === 'scorm12' ? [] : ['standard-2004']);
    expect([verdict.schemas, verdict.facts?.manifest.edition]).toEqual([
      'valid',
      target === 'scorm12' ? '1.2' : target.replace('scorm', ''),
    ]);
    expect(verdict.plans.map(({ href, isSco }) => [href, isSco])).toEqual([['aiguillage.html', true]]);
  });

  test('a package of two pages is good, and says where it isn’t', async () => {
    expect(rulesOf(await check(zipped(depot('scorm12', ['aiguillage', 'atelier']))))).toEqual(['several-12']);
    expect(rulesOf(await check(zipped(depot('scorm2004-4', ['aiguillage', 'atelier']))))).toEqual(['several-2004', 'standard-2004']);
    const files = depot('scorm2004-3', ['aiguillage', 'atelier']);
    change(files, 'flow="true"', 'flow="false"');
    expect(rulesOf(await check(zipped(files)))).toContainEqual(expect.stringMatching(/^flow:/));
  });
});

describe.each([
  ['scorm12', MUTATIONS_12],
  ['scorm2004-4', MUTATIONS_2004],
] as const)('%s: one mistake', (target, mutations) => {
  test.each(mutations)('%s', async (_, mutate, rule) => {
    const files = depot(target);
    mutate(files);
    const verdict = await check(zipped(files));
    const found = verdict.findings.filter((finding) => finding.rule === rule);
    expect([rule, found.length > 0, rulesOf(verdict)]).toEqual([rule, true, rulesOf(verdict)]);
    const words = verifyStrings('fr').rule(found[0]?.rule as never, found[0]?.values);
    expect(`${words.problem} ${words.advice}`).not.toMatch(
      /\{(?:name|id|n|first|title|version|text|item|other|most|ref|folder|space|encoding|format)\}/,
    );
  });
});

test('every rule of the table has a mistake that breaks it', () => {
  const tried = new Set([...MUTATIONS_12, ...MUTATIONS_2004].map(([, , rule]) => rule));
  const apart = ['manifest-folder', 'several-12', 'several-2004', 'standard-2004', 'flow', 'zip64', 'package-large'];
  expect(rules.map(({ id }) => id as string).filter((id) => !tried.has(id) && !apart.includes(id))).toEqual([]);
});

test('what is shown of a package can’t steer a terminal', async () => {
  const files = depot();
  change(files, 'Le dépôt', 'Le \u202edépôt\u0085');
  change(files, 'identifier="aiguillage"', 'identifier="quai\u202e"');
  const json = toJson(await check(zipped(files)), { name: 'a\u001b[2J.zip', bytes: 4 }, verifyStrings('fr'));
  expect([json.file, json.package?.title]).toEqual(['a�[2J.zip', 'Le �dépôt�']);
  expect(JSON.stringify(json)).toContain('quai�');
  expect(JSON.stringify(json)).not.toMatch(/[\u0085\u202e]/);
});

test('of many mistakes of one kind the first are shown, and the others counted', async () => {
  const files = depot();
  const items = Array.from({ length: 40 }, (_, n) => `<item identifier="i${n}" identifierref="r${n}"><title>Voie ${n}</title></item>`);
  change(files, '</item>', `</item>${items.join('')}`);
  const json = toJson(await check(zipped(files)), { name: 'depot.zip', bytes: 4 }, verifyStrings('fr'));
  expect(json.findings.filter(({ rule }) => rule === 'item-resource')).toHaveLength(40);
  const plain = (text: string): string => text;
  const text = verdictText(json, verifyStrings('fr'), { red: plain, yellow: plain, cyan: plain, green: plain, bold: plain, dim: plain });
  expect([text.match(/renvoie à la ressource/g)?.length, /… et 30 autres/.test(text)]).toEqual([10, true]);
  expect(verdictPage(json, verifyStrings('fr'))).toContain('… et 30 autres');
});

test('a package in a folder is checked there', async () => {
  const files: Files = new Map([...depot()].map(([name, data]) => [`depot/${name}`, data]));
  const verdict = await check(zipped(files));
  expect(rulesOf(verdict)).toEqual(['manifest-folder']);
  expect(verdict.plans.map(({ href }) => href)).toEqual(['depot/aiguillage.html']);
});

test('the data of a verdict fit their schema, in both languages', async () => {
  const files = depot();
  change(files, 'ADL SCORM', 'Rails');
  files.set('img/à quai.png', 'x');
  const verdict = await check(zipped(files));
  for (const lang of ['fr', 'en'] as const) {
    const json = toJson(verdict, { name: 'depot.zip', bytes: 4 }, verifyStrings(lang));
    expect(verdictSchema.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
    expect(json.verdict).toBe('warnings');
  }
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
