import { expect, test } from 'vitest';
import { parseXml } from '../../build/model/xml.ts';
import { readManifest } from '../../build/verify/manifest/manifest.ts';
import type { PlayedLaunch } from '../../build/verify/played/record.ts';
import { verdictSchema } from '../../build/verify/result-schema.ts';
import { verifyStrings } from '../../build/verify/strings.ts';
import { toJson } from '../../build/verify/to-json.ts';
import type { Verdict } from '../../build/verify/verify.ts';

const strings = verifyStrings('en');
const BAD = 'a\u001b[31m\u202eb';
const SAFE = 'a�[31m�b';

function json(more: Partial<Verdict> = {}, name = 'quai.zip') {
  const verdict: Verdict = {
    findings: [],
    facts: null,
    plans: [],
    schemas: 'unchecked',
    played: { state: 'skipped', why: 'refused' },
    ...more,
  };
  const made = toJson(verdict, { name, bytes: 12 }, strings);
  expect(verdictSchema.parse(made)).toEqual(made);
  return made;
}

const finding = (severity: 'error' | 'warning' | 'note', more: object = {}) => ({
  rule: 'zip-link' as const,
  severity,
  sources: ['scorm.md 28'],
  values: { item: 'x' },
  ...more,
});

test('a package that can’t be read', () => {
  expect(json({ findings: [finding('error')] })).toEqual({
    format: 1,
    file: 'quai.zip',
    bytes: 12,
    verdict: 'refused',
    findings: [{ rule: 'zip-link', severity: 'error', sources: ['scorm.md 28'], ...strings.rule('zip-link', { item: 'x' }), items: [] }],
    played: { browser: '', why: strings.format('played.refused'), launches: [], left: 0 },
  });
});

test('the verdict is that of the gravest finding', () => {
  expect(json().verdict).toBe('fine');
  expect(json({ findings: [finding('note')] }).verdict).toBe('fine');
  expect(json({ findings: [finding('note'), finding('warning')] }).verdict).toBe('warnings');
  expect(json({ findings: [finding('warning'), finding('error'), finding('note')] }).verdict).toBe('refused');
});

test('a finding has its line, its first 200 names, and nothing that moves a cursor', () => {
  const items = Array.from({ length: 201 }, (_, at) => (at === 0 ? BAD : `${at}`));
  const [found] = json({ findings: [finding('error', { line: 3, items, values: { item: BAD, n: 2 } })] }).findings;
  expect([found?.line, found?.items.length, found?.items[0], found?.items.at(-1)]).toEqual([3, 200, SAFE, '199']);
  expect(found?.problem).toContain(SAFE);
  expect(json({}, BAD).file).toBe(SAFE);
});

test.each(['\u0000', '\n', '\u007f', '\u009b', '\u202a', '\u202e', '\u2066', '\u2069'])('the character %j is never shown', (sign) => {
  expect(json({}, `a${sign}b`).file).toBe('a�b');
});

test.each(['\u2029', '\u202f', '\u2065', 'é', '\u00a0'])('the character %j is', (sign) => {
  expect(json({}, `a${sign}b`).file).toBe(`a${sign}b`);
});

test('a package has its title, standard, files and pages', () => {
  const root = parseXml(
    `<manifest><metadata><schemaversion>2004 4th Edition</schemaversion></metadata><organizations default="o"><organization identifier="p"><title>Non</title></organization><organization identifier="o"><title> Le\u202e dépôt </title></organization></organizations></manifest>`,
  );
  const facts = {
    manifest: readManifest(root),
    zip: {
      files: new Map([
        ['a', 1],
        ['b', 2],
      ]),
    },
  } as unknown as Verdict['facts'];
  const plans = [{ title: BAD, href: 'a.html', isSco: true, version: '2004' }] as unknown as Verdict['plans'];
  expect(json({ facts, plans, schemas: 'valid' }).package).toEqual({
    title: 'Le� dépôt',
    standard: '2004-4',
    files: 2,
    pages: [{ title: SAFE, href: 'a.html', isSco: true }],
    schemas: 'valid',
  });
  const none = { manifest: readManifest(parseXml('<manifest/>')), zip: { files: new Map() } } as unknown as Verdict['facts'];
  expect(json({ facts: none }).package?.title).toBe('');
});

const call = (method: string, args: readonly string[], more: object = {}) => ({
  method,
  args,
  result: 'true',
  error: 0,
  at: 5,
  closing: false,
  ...more,
});

test('a page that was played: its calls, what it wrote, and what is lost', () => {
  const launch: PlayedLaunch = {
    title: BAD,
    href: BAD,
    isSco: true,
    version: '1.2',
    calls: [
      call('LMSInitialize', ['']),
      call('LMSSetValue', ['cmi.core.lesson_location', BAD]),
      call('LMSCommit', ['']),
      call('LMSSetValue', ['cmi.suspend_data', 'x'], { at: 9 }),
      call('LMSSetValue', [BAD, ''], { at: 10 }),
    ],
    looked: ['API'],
    missing: [BAD],
    elsewhere: [BAD],
    errors: [BAD],
    dialogs: [],
    popups: 0,
    isBlank: false,
  };
  const { played } = json({ played: { state: 'played', browser: 'Chrome 1', launches: [launch], left: 2 } });
  expect(played).toEqual({
    browser: 'Chrome 1',
    why: '',
    left: 2,
    launches: [
      {
        title: SAFE,
        href: SAFE,
        isSco: true,
        calls: launch.calls,
        written: [
          { element: 'cmi.core.lesson_location', value: SAFE, at: 5, closing: false, kept: true },
          { element: 'cmi.suspend_data', value: 'x', at: 9, closing: false, kept: false },
          { element: SAFE, value: '', at: 10, closing: false, kept: false },
        ],
        lost: ['cmi.suspend_data', SAFE],
        missing: [SAFE],
        elsewhere: [SAFE],
        errors: [SAFE],
      },
    ],
  });
});

test.each(['no-browser', 'no-start', 'refused', 'nothing'] as const)('nothing was played: %s', (why) => {
  const { played } = json({ played: { state: 'skipped', why, browser: '/opt/chrome' } });
  expect(played).toEqual({ browser: '', why: strings.format(`played.${why}`, { browser: '/opt/chrome' }), launches: [], left: 0 });
});
