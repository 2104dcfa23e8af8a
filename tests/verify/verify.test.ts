import { describe, expect, test, vi } from 'vitest';
import { verdictPage } from '../../build/verify/page/verdict-page.ts';
import type { Played, PlayedLaunch } from '../../build/verify/played/record.ts';
import { verdictSchema } from '../../build/verify/result-schema.ts';
import { verifyStrings } from '../../build/verify/strings.ts';
import { toJson } from '../../build/verify/to-json.ts';
import { verdictText } from '../../build/verify/verdict-text.ts';
import { isRefused, type Verdict, type VerifyHost, verify } from '../../build/verify/verify.ts';
import type { SchemaError } from '../../build/verify/xsd/schema-check.ts';
import { sourceOf } from '../../build/verify/zip/source.ts';
import { change, check, depot, type Files, rulesOf, zipped } from './packages.ts';
import { rawZip } from './zip/raw-zip.ts';

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

const UNPLAYED: Played = { state: 'skipped', why: 'no-browser' };
const LAUNCH: PlayedLaunch = {
  title: 'Le poste',
  href: 'aiguillage.html',
  isSco: false,
  version: '1.2',
  calls: [],
  looked: [],
  missing: [],
  elsewhere: [],
  errors: [],
  dialogs: [],
  popups: 0,
  isBlank: true,
};

/** Checks a package with a validator that finds some errors. */
async function checked(files: Files, errors: readonly SchemaError[] = [], played: Played = UNPLAYED) {
  const checkSchemas = vi.fn<NonNullable<VerifyHost['checkSchemas']>>(() => errors);
  const play = vi.fn<VerifyHost['play']>(async () => played);
  const verdict = await verify(sourceOf(zipped(files)), { checkSchemas, play });
  return { verdict, checkSchemas, play };
}
const found = ({ findings }: Verdict): unknown[] =>
  findings.map(({ rule, severity, line }) => `${severity} ${rule}${line ? `:${line}` : ''}`);
const schemaHits = ({ findings }: Verdict): unknown[] => findings.filter(({ rule }) => rule === 'schema-invalid');

describe('the schemas', () => {
  test('are those of the edition, and get the decoded manifest', async () => {
    for (const [target, edition] of [
      ['scorm12', 'scorm12'],
      ['scorm2004-3', 'scorm2004-3'],
      ['scorm2004-4', 'scorm2004-4'],
    ] as const) {
      const files = depot(target);
      const { verdict, checkSchemas } = await checked(files);
      expect([verdict.schemas, checkSchemas.mock.calls]).toEqual(['valid', [[files.get('imsmanifest.xml'), edition]]]);
    }
  });

  test('find one mistake with all their errors, without namespaces, at the line of the first', async () => {
    const errors = [
      { message: "Element '{http://x.example}a': wrong {b}.", line: 9 },
      { message: 'Other.', line: 3 },
    ];
    const { verdict } = await checked(depot(), errors);
    expect([verdict.schemas, verdict.findings]).toEqual([
      'invalid',
      [
        {
          rule: 'schema-invalid',
          severity: 'error',
          sources: ['scorm.md 2', 'scorm.md 39'],
          items: ["9: Element 'a': wrong .", '3: Other.'],
          line: 9,
        },
      ],
    ]);
  });

  test('of the third edition of 2004 only warn about the second', async () => {
    const files = depot('scorm2004-4');
    change(files, '2004 4th Edition', 'CAM 1.3');
    const { verdict, checkSchemas } = await checked(files, [{ message: 'Wrong.', line: 2 }]);
    expect(checkSchemas.mock.calls[0]?.[1]).toBe('scorm2004-3');
    expect(schemaHits(verdict)).toMatchObject([{ severity: 'warning', line: 2 }]);
  });

  test('are not looked at without a validator, or in an unknown namespace', async () => {
    const files = depot();
    const plain = await verify(sourceOf(zipped(files)), { checkSchemas: null, play: async () => UNPLAYED });
    expect([plain.schemas, plain.findings]).toEqual(['unchecked', []]);
    change(files, 'imscp_rootv1p1p2"', 'imscp_rootv9"');
    const { verdict, checkSchemas } = await checked(files, [{ message: 'Wrong.', line: 2 }]);
    expect([verdict.schemas, schemaHits(verdict), checkSchemas.mock.calls]).toEqual(['unchecked', [], []]);
  });

  test('do not repeat what an error explains at the same line; a warning explains nothing', async () => {
    const wrong = depot();
    change(wrong, 'identifierref="res-aiguillage"', 'identifierref="res-autre"');
    const line = (await checked(wrong)).verdict.findings.find(({ rule }) => rule === 'item-resource')?.line ?? 0;
    const explained = (await checked(wrong, [{ message: 'Wrong.', line }])).verdict;
    expect([line > 0, explained.schemas, schemaHits(explained)]).toEqual([true, 'invalid', []]);
    const beside = (
      await checked(wrong, [
        { message: 'A.', line },
        { message: 'B.', line: line + 1 },
      ])
    ).verdict;
    expect(schemaHits(beside)).toMatchObject([{ items: [`${line + 1}: B.`], line: line + 1 }]);
    const odd = depot();
    change(odd, 'ADL SCORM', 'Rails');
    const at = (await checked(odd)).verdict.findings.find(({ rule }) => rule === 'schema-name')?.line ?? 0;
    expect(schemaHits((await checked(odd, [{ message: 'Wrong.', line: at }])).verdict)).toHaveLength(1);
  });

  test('do not repeat that an identifier is none, wherever it is', async () => {
    const errors = [{ message: "'4-a' is not a valid value of the atomic type 'xs:ID'.", line: 900 }];
    expect(schemaHits((await checked(depot(), errors)).verdict)).toHaveLength(1);
    const files = depot();
    change(files, 'identifier="aiguillage"', 'identifier="4-aiguillage"');
    expect(schemaHits((await checked(files, errors)).verdict)).toEqual([]);
    expect(schemaHits((await checked(files, [{ message: 'Other.', line: 900 }])).verdict)).toHaveLength(1);
  });
});

describe('the pages', () => {
  test('are played, and what is seen is sorted among the rest, the gravest first', async () => {
    const files = depot();
    files.set('à quai.png', 'x');
    const played: Played = { state: 'played', browser: 'Chrome', launches: [LAUNCH], left: 0 };
    const { verdict, play } = await checked(files, [{ message: 'Wrong.', line: 2 }], played);
    expect(found(verdict)).toEqual([
      'error schema-invalid:2',
      'warning file-unlisted',
      'warning name-ascii',
      'warning play-blank',
      'note name-space',
    ]);
    expect([verdict.played, verdict.plans.length, play.mock.calls.length]).toEqual([played, 1, 1]);
    expect([[...(play.mock.calls[0]?.[0].files.keys() ?? [])], play.mock.calls[0]?.[1]]).toEqual([[...files.keys()], verdict.plans]);
  });

  test('are not played if there is none', async () => {
    const files = depot();
    files.delete('aiguillage.html');
    const { verdict, play } = await checked(files);
    expect([verdict.played, verdict.plans, play.mock.calls]).toEqual([{ state: 'skipped', why: 'nothing' }, [], []]);
  });
});

describe('a file that can’t be read', () => {
  const host: VerifyHost = { checkSchemas: null, play: async () => UNPLAYED };
  const refused = (findings: unknown): unknown => ({
    findings,
    facts: null,
    plans: [],
    schemas: 'unchecked',
    played: { state: 'skipped', why: 'refused' },
  });
  const zipError = (rule: string, item: string): object => ({ rule, severity: 'error', sources: ['scorm.md 28'], values: { item } });

  test('is refused with the reason', async () => {
    expect(await verify(sourceOf(new Uint8Array(40)), host)).toEqual(refused([zipError('zip-not', '')]));
    const broken = rawZip([{ name: 'quai.html' }, { name: 'imsmanifest.xml', crc: 1 }]);
    expect(await verify(sourceOf(broken), host)).toEqual(refused([zipError('zip-content', 'imsmanifest.xml')]));
    const other = await verify(sourceOf(rawZip([{ name: 'quai.html' }])), host);
    expect([other, other.findings.map(({ rule }) => rule)]).toEqual([refused(other.findings), ['manifest-none']]);
  });

  test('is checked as a whole: a file that no page names may be broken', async () => {
    const whole = [...depot()].map(([name, data]) => ({ name, data: typeof data === 'string' ? new TextEncoder().encode(data) : data }));
    const verdict = await verify(sourceOf(rawZip([...whole, { name: 'rails.png', crc: 1 }])), host);
    expect(verdict).toEqual(refused([zipError('zip-content', 'rails.png')]));
  });

  test('because of the disk is a failure of the program', async () => {
    const source = { size: 100, read: async () => Promise.reject(new Error('EIO')) };
    await expect(verify(source, host)).rejects.toThrow('EIO');
  });
});

test('an LMS refuses a package with an error, not one with a warning', () => {
  const findings = (...severities: readonly string[]): Pick<Verdict, 'findings'> => ({
    findings: severities.map((severity) => ({ severity })) as never,
  });
  expect([findings(), findings('note', 'warning'), findings('note', 'error')].map(isRefused)).toEqual([false, false, true]);
});
