import { expect, test } from 'vitest';
import { type Change, type Kind, kinds } from '../../build/versions/kinds.ts';
import en from '../../build/versions/strings/en.json' with { type: 'json' };
import fr from '../../build/versions/strings/fr.json' with { type: 'json' };
import { versionStrings } from '../../build/versions/strings.ts';

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
