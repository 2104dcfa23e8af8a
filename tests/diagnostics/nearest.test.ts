import { expect, it } from 'vitest';
import { meantType, nearest, nearestList } from '../../build/diagnostics/nearest.ts';
import { activityTypes } from '../../build/types/activities.ts';

it('finds a name that is at least half the same', () => {
  expect([nearest('rame', ['quai', 'rames']), nearest('tout-autre', ['quai', 'rames']), nearest('x', [])]).toEqual(['rames', '', '']);
});

it('asks for half of the letters, in any case, and takes the nearest of several', () => {
  expect([nearest('quai', ['quxx']), nearest('quais', ['quxxx']), nearest('RAME', ['rames'])]).toEqual(['quxx', '', 'rames']);
  expect([nearest('rames', ['rame', 'rames-2']), nearest('ram', ['rame', 'rams'])]).toEqual(['rame', 'rame']);
});

it('reads a list with other separators, if each of its names is near a known one', () => {
  const known = ['c4-5', 'c4-8', 'freiner'];
  expect([nearestList('c4-5, c4-8 et freinr', known), nearestList('c4-5', known), nearestList('c4-5, soleil', known)]).toEqual([
    'c4-5; c4-8; freiner',
    '',
    '',
  ]);
});

it('suggests a type by its name, its label, a teacher’s word, or a name from elsewhere', () => {
  const near = (name: string): string => meantType(name, activityTypes).near;
  expect([near('choise'), near('qcm'), near('MCQ'), near('trainr'), near('zzzzzz')]).toEqual(['choice', 'choice', 'choice', 'trainer', '']);
  expect(meantType('Warning', activityTypes)).toEqual({
    near: 'callout',
    example: ':::callout{kind=warning}',
    english: ':::callout{kind=warning}',
  });
  expect(near('classement')).toBe('categorize');
});

it.each([
  ['note', 'callout', ':::callout{kind=info}'],
  ['info', 'callout', ':::callout{kind=info}'],
  ['tip', 'callout', ':::callout{kind=tip}'],
  ['warning', 'callout', ':::callout{kind=warning}'],
  ['danger', 'callout', ':::callout{kind=warning}'],
  ['citation', 'quote', ':::quote{author="Jane Rowe"}'],
  ['relier', 'matching', ':::matching{#my-pairs}'],
  ['sondage', 'scale', ':::scale{#my-view levels="no; rather no; rather yes; yes"}'],
  ['glossaire', 'definition', ':::definition{term="Partnership"}'],
  ['glossary', 'definition', ':::definition{term="Partnership"}'],
  ['details', 'accordion', ':::accordion{#find-out-more} or :::reveal{#find-out-more}, and “## Title” above each part'],
])('%s is a name of other tools for %s', (name, near, english) => {
  expect(meantType(name, activityTypes)).toEqual({ near, example: expect.stringMatching(/^:::/), english });
});

it.each([
  ['qcm', 'choice'],
  ['mcq', 'choice'],
  ['appariement', 'matching'],
  ['formateur', 'trainer'],
  ['note-formateur', 'trainer'],
  ['inclure', 'include'],
  ['apres', 'after'],
  ['Après', 'after'],
  ['includ', 'include'],
  ['aftr', 'after'],
])('%s is meant as %s', (name, near) => {
  expect(meantType(name, activityTypes)).toEqual({ near });
});

it('finds the label of a type in either language', () => {
  const types = new Map([['four', { strings: { fr: { label: 'Étuve à pain' }, en: { label: 'Proving drawer' } } }]]) as never;
  expect(['etuve-a-pain', 'étuve-à-pains', 'proving-drawer', 'zzz'].map((name) => meantType(name, types).near)).toEqual([
    'four',
    'four',
    'four',
    '',
  ]);
  const short = new Map([['four', { strings: { fr: { label: 'Ça là' }, en: {} } }]]) as never;
  expect(meantType('ca-la', short).near).toBe('four');
});

it('reads a list with commas, slashes, « et » and « and », but not a single name', () => {
  const known = ['quai', 'rame', 'voie'];
  expect(
    ['quai, rame', 'quai/rame', 'quai rame', 'quai et rame', 'quai, and rame and voie', 'quai'].map((name) => nearestList(name, known)),
  ).toEqual(['quai; rame', 'quai; rame', 'quai; rame', 'quai; rame', 'quai; rame; voie', '']);
});
