import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { nameOf } from '../../build/cli/name-of.ts';

test('a name is what was written', () => {
  expect(nameOf('folder', 'fr')(' dist ')).toBe(' dist ');
});

test.each([
  ['folder', 'fr', 'Écrivez le nom d’un dossier.'],
  ['folder', 'en', 'Write the name of a folder.'],
  ['cohort', 'fr', 'Écrivez le nom d’une promotion.'],
  ['cohort', 'en', 'Write the name of a cohort.'],
  ['file', 'fr', 'Écrivez le nom d’un fichier.'],
  ['file', 'en', 'Write the name of a file.'],
] as const)('an empty name of a %s is refused (%s)', (kind, language, message) => {
  for (const value of ['', ' \t']) {
    expect(() => nameOf(kind, language)(value)).toThrow(InvalidArgumentError);
    expect(() => nameOf(kind, language)(value)).toThrow(message);
  }
});
