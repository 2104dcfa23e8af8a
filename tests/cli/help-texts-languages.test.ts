import { expect, test } from 'vitest';
import { exits, helpTexts } from '../../build/cli/help-texts.ts';

test('exit codes stand below their title, each with its sentence', () => {
  expect(exits('Codes :', 'bien', 'erreur', 'appel', 'panne')).toBe('\nCodes :\n  0   bien\n  1   erreur\n  2   appel\n  70  panne');
});

test('each text stands in both languages; those that are the same are names of files and numbers', () => {
  expect(Object.keys(helpTexts.en)).toEqual(Object.keys(helpTexts.fr));
  const same = Object.entries(helpTexts.fr).filter(([key, text]) => text === helpTexts.en[key as keyof typeof helpTexts.en]);
  expect(same.map(([key]) => key).sort()).toEqual(['codebook', 'package', 'zip']);
});

test.each(['fr', 'en'] as const)('arguments and options are named as commander reads them (%s)', (language) => {
  const { names, name, kind, folder, zip, ours, theirs, ...rest } = helpTexts[language];
  for (const argument of [name, kind, folder, zip, ours, theirs]) expect(argument).toMatch(/^<[^<> ]+>$/);
  expect(names).toMatch(/^\[[^ ]+\.\.\.\]$/);
  const options = Object.entries(rest).filter(([, text]) => text.startsWith('--'));
  expect(options.map(([key, text]) => [key, text.split(' ')[0]])).toEqual([
    ['target', '--target'],
    ['cohort', '--cohort'],
    ['out', '--out'],
    ['course', '--course'],
    ['port', '--port'],
    ['package', '--package'],
    ['codebook', '--codebook'],
    ['reportOut', '--out'],
    ['html', '--html'],
    ['mergeOut', '--out'],
  ]);
  for (const [, text] of options) expect(text).toMatch(/^--\w+ <[^<> ]+>$/);
  const many = options.filter(([, text]) => text.endsWith('...>')).map(([key]) => key);
  expect(many).toEqual(['target', 'cohort', 'package', 'codebook']);
});

test.each(['fr', 'en'] as const)('each group of exit codes is whole (%s)', (language) => {
  const groups = Object.entries(helpTexts[language]).filter(([key]) => key.startsWith('exits'));
  expect(groups.map(([key]) => key).sort()).toEqual(['exits', 'exitsIds', 'exitsMerge', 'exitsReport', 'exitsVerify']);
  for (const [, text] of groups) expect([...text.matchAll(/^ {2}(\d+) +\S/gm)].map(([, code]) => code)).toEqual(['0', '1', '2', '70']);
});
