import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { callError, oneOf } from '../../build/cli/call-errors.ts';

test.each([
  ["error: unknown option '--shets'\n(Did you mean --sheets?)", 'L’option « --shets » n’existe pas.\nVouliez-vous dire « --sheets » ?'],
  [
    "error: unknown command 'biuld'\n(Did you mean one of build, list?)",
    'La commande « biuld » n’existe pas.\nVouliez-vous dire l’un de ceux-ci : build, list ?',
  ],
  ["error: missing required argument 'name'", 'Il manque « name ».'],
  ["error: option '--out <folder>' argument missing", 'L’option « --out » attend une valeur.'],
  ["error: option '--port <n>' argument 'x' is invalid. Écrivez.", 'L’option « --port » ne peut pas valoir « x ». Écrivez.'],
  [
    "error: option '--annotations' cannot be used with option '--json'",
    'Les options « --annotations » et « --json » ne vont pas ensemble.',
  ],
  ["error: option '--a <x>' cannot be used with option '--b <y>'", 'Les options « --a » et « --b » ne vont pas ensemble.'],
  ["error: command-argument value 'x' is invalid for argument 'kind'. Écrivez.", '« kind » ne peut pas valoir « x ». Écrivez.'],
  [
    "error: too many arguments for 'list'. Expected 0 arguments but got 2.",
    'Trop de mots après la commande : il en faut 0 au plus, et il y en a 2.',
  ],
  [
    "error: too many arguments for 'new'. Expected 1 argument but got 2.",
    'Trop de mots après la commande : il en faut 1 au plus, et il y en a 2.',
  ],
  ['error: something new', 'something new'],
  ["said unknown option '--x'", "said unknown option '--x'"],
  ['said error: something', 'said error: something'],
  ...[
    "unknown command 'x'",
    "missing required argument 'x'",
    "option '--a' cannot be used with option '--b'",
    "option '--a' argument 'x' is invalid. Stop.",
    "command-argument value 'x' is invalid for argument 'y'. Stop.",
    'too many arguments. Expected 1 argument but got 2.',
    '(Did you mean one of a, b?)',
    '(Did you mean a?)',
  ].map((text): [string, string] => [`said ${text}`, `said ${text}`]),
  ...[
    "unknown option '--x' here",
    "unknown command 'x' here",
    "the option '--out <folder>' argument missing",
    "missing required argument 'x' here",
    "option '--a' cannot be used with option '--b' here",
    "option '--out <folder>' argument missing here",
    'too many arguments. Expected 1 argument but got 2. Stop.',
    '(Did you mean one of a, b?) Yes',
  ].map((text): [string, string] => [`error: ${text}`, text]),
])('%j', (message, french) => {
  expect(callError(message, 'fr')).toBe(french);
  expect(callError(message, 'en')).toBe(message.replace(/^error: /, ''));
});

describe('a value from a list', () => {
  const message = (value: string, language: 'fr' | 'en'): string => {
    try {
      return oneOf(['scorm12', 'web'], language)(value);
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidArgumentError);
      return (error as Error).message;
    }
  };
  test('is that value, or an error with the nearest', () => {
    expect(message('web', 'fr')).toBe('web');
    expect(message('scorm1', 'fr')).toBe('Écrivez : scorm12, web.\n(Did you mean scorm12?)');
    expect(message('xyz', 'en')).toBe('Write: scorm12, web.');
  });
});
