import { expect, test } from 'vitest';
import { type Change, type Kind, kinds, risks } from '../../build/versions/kinds.ts';
import en from '../../build/versions/strings/en.json' with { type: 'json' };
import fr from '../../build/versions/strings/fr.json' with { type: 'json' };
import { riskOf, versionStrings } from '../../build/versions/strings.ts';

const change = (kind: Kind, values: Change['values'] = {}): Change => ({ kind, place: {}, values });

test('both languages have every sentence, with the same values', () => {
  expect(Object.keys(en)).toEqual(Object.keys(fr));
  const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
  for (const [key, text] of Object.entries(fr)) expect([key, namesIn(en[key as keyof typeof en])]).toEqual([key, namesIn(text)]);
});

test('every kind of change says what changes and why it has its risk', () => {
  const keys = Object.keys(kinds).flatMap((kind) => [`${kind}.what`, `${kind}.why`]);
  expect(Object.keys(fr)).toEqual(expect.arrayContaining(keys));
});

test('French sentences have the spaces of French typography', () => {
  expect(Object.values(fr).filter((text) => /[^\u00a0\d:][:;?!»%]|«[^\u00a0]/.test(text))).toEqual([]);
});

test('values that are codes are put into words', () => {
  const strings = versionStrings('fr');
  expect(strings.what(change('pass-changed', { before: '', after: 60 }))).toBe(
    'Seuil de réussite\u00a0: aucun avant, 60\u00a0% maintenant.',
  );
  expect(strings.what(change('attempts-changed', { before: 0, after: 2 }))).toContain('sans limite avant, 2 maintenant');
  expect(strings.what(change('cohort-changed', { before: '', after: '2027' }))).toContain(
    'la version sans promotion, le nouveau celui de la promotion 2027',
  );
  expect(versionStrings('en').what(change('edition-changed', { before: 'scorm2004-3', after: 'scorm2004-4' }))).toBe(
    'The package changes from SCORM 2004, 3rd edition to SCORM 2004, 4th edition.',
  );
});

test('long texts show their first difference, and quotations stay apart', () => {
  const strings = versionStrings('fr');
  const start = 'Le tramway attend depuis longtemps au bout du quai, et personne ne sait encore pourquoi il ne repart pas';
  const text = strings.what(change('question-reworded', { before: `${start} ce matin.`, after: `${start} ce soir.` }));
  expect(text).toContain('ce matin');
  expect(text).toContain('ce soir');
  expect(strings.what(change('part-added', { after: '« Il part. »' }))).toBe('Ajouté\u00a0: «\u00a0Il part\u00a0».');
  expect(strings.what(change('part-added', { after: 'Il dit « non ».' }))).toBe('Ajouté\u00a0: «\u00a0Il dit “non”\u00a0».');
  expect(strings.what(change('part-removed', { before: '' }))).toBe('Retiré\u00a0: «\u00a0…\u00a0».');
});

test('a place names what it is in; a date is written out', () => {
  const strings = versionStrings('fr');
  const named = (title: string) => ({ id: 'x', title });
  expect(strings.where({ session: named('Le matin'), page: named('Le quai'), activity: named('Quel frein ?') })).toBe(
    'Le matin › Le quai › «\u00a0Quel frein ?\u00a0»',
  );
  expect([strings.date('2026-11-28'), versionStrings('en').date('2026-11-28'), strings.date('hier')]).toEqual([
    '28 novembre 2026',
    '28 November 2026',
    'hier',
  ]);
});

const renamed = (before: string, after: string): string => versionStrings('en').what(change('page-renamed', { before, after }));
const both = (before: string, after: string): string => `The page’s title changes from “${before}” to “${after}”.`;

test('texts of 90 characters are whole, wherever they differ; a longer one is cut', () => {
  const start = 'mot '.repeat(20);
  expect(renamed(`${start}un deux.`, `${start}un trois`)).toBe(both(`${start}un deux`, `${start}un trois`));
  const word = 'x'.repeat(90);
  expect(renamed(word, `${word}y`)).toBe(both(word, `${'x'.repeat(89)}…`));
  expect(renamed('court', `${'y'.repeat(88)} zz`)).toBe(both('court', `${'y'.repeat(88)}…`));
});

test('a difference that would be cut off is shown after some 30 characters, from the beginning of a word', () => {
  const end = 'n'.repeat(40);
  const seen = 'mot '.repeat(14);
  expect(renamed(`${seen}motA${end}`, `${seen}motB${end}`)).toBe(both(`${seen}motA${'n'.repeat(29)}…`, `${seen}motB${'n'.repeat(29)}…`));
  const far = 'mot '.repeat(15);
  expect(renamed(`${far}A${end}`, `${far}B${end}`)).toBe(both(`…${'mot '.repeat(8)}A${end}`, `…${'mot '.repeat(8)}B${end}`));
  // One text is the beginning of the other.
  expect(renamed(far.repeat(2), `${far.repeat(2)}fin`)).toBe(both(`${'mot '.repeat(22)}m…`, `${'mot '.repeat(22)}m…`));
});

test('blanks, quotation marks and the last point are those of a quotation', () => {
  const strings = versionStrings('fr');
  const quoted = (after: string): string => /«\u00a0(.*)\u00a0»/.exec(strings.what(change('part-added', { after })))?.[1] ?? '';
  expect(['  Un\n  quai. ', 'Et puis…', 'Et puis..', '« Oui » et « non »', '«Oui»', 'Un « quai', 'Un.Deux.'].map(quoted)).toEqual([
    'Un quai',
    'Et puis…',
    'Et puis..',
    '“Oui” et “non”',
    'Oui',
    'Un “quai',
    'Un.Deux',
  ]);
});

test('all codes are put into words, in what changes and why', () => {
  const strings = versionStrings('en');
  const what = (kind: Kind, before: string | number, after: string | number): string => strings.what(change(kind, { before, after }));
  expect([
    what('standard-changed', 'scorm12', 'scorm2004-3').includes('SCORM 1.2'),
    what('web-changed', 'web', 'scorm12').includes('web package'),
    what('attempts-changed', 2, 0),
    what('pass-changed', 50, ''),
    what('completion-changed', 'visited', 'visited+score'),
    what('cohort-changed', 'nord', ''),
  ]).toEqual([
    true,
    true,
    'Attempts allowed: 2 before, no limit now.',
    'Pass mark: 50% before, none now.',
    'The completion rule changes from “all pages opened” to “pages opened and the pass mark reached”.',
    'The old package is that of the cohort nord, the new one that of the version without a cohort.',
  ]);
  expect(strings.why(change('page-renamed', { before: 'a', after: 'b' }))).toBe('A page is found by its id.');
  for (const language of ['fr', 'en'] as const) expect(versionStrings(language).lang).toBe(language);
});

test('risks have names; what is not known stays as it is', () => {
  const [french, english] = [versionStrings('fr'), versionStrings('en')];
  expect(risks.map((risk) => [french.risk(risk), english.risk(risk)])).toEqual(
    risks.map((risk) => [fr[`risk.${risk}`], en[`risk.${risk}`]]),
  );
  expect(riskOf(change('part-removed'))).toBe('hidden');
  expect(english.format('quoted')).toBe('“{text}”');
  expect(english.what({ kind: 'page-renamed', place: {}, values: { before: 'a' } })).toBe(
    'The page’s title changes from “a” to “{after}”.',
  );
});

test('a place may have any of its members; a long question is cut; a time is its day', () => {
  const strings = versionStrings('en');
  const named = (title: string) => ({ id: 'x', title });
  expect([strings.where({}), strings.where({ page: named('Dock') }), strings.where({ activity: named('« Oui » ?') })]).toEqual([
    '',
    'Dock',
    '““Oui” ?”',
  ]);
  expect(strings.where({ activity: named('z'.repeat(91)) })).toBe(`“${'z'.repeat(89)}…”`);
  expect([strings.date('2026-03-01T23:59:59-05:00'), versionStrings('fr').date('2026-03-01T00:00')]).toEqual([
    '1 March 2026',
    '1 mars 2026',
  ]);
});
