import { describe, expect, test } from 'vitest';
import { readArguments } from '../../create-cartable/src/arguments.js';

const FRENCH = { LANG: 'fr_FR.UTF-8' };
const plain = { language: 'fr', name: 'mes-cours', from: '', install: true, help: false };

describe('a folder and options', () => {
  test.each([
    [['mes-cours'], plain],
    [['mes-cours', '--from', '../x.tgz'], { ...plain, from: '../x.tgz' }],
    [['--lang=en', 'mes-cours'], { ...plain, language: 'en' }],
    [['mes-cours', '--no-install'], { ...plain, install: false }],
  ])('%j', (args, wish) => expect(readArguments(args, FRENCH)).toEqual({ wish, fault: '', option: '' }));

  test('the language is that of the system', () => {
    expect(readArguments(['x'], { LANG: 'en_GB.UTF-8' }).wish.language).toBe('en');
    expect(readArguments(['x'], { LC_ALL: 'fr_BE.UTF-8', LANG: 'en_GB.UTF-8' }).wish.language).toBe('fr');
  });
});

test.each([[[]], [['a', 'b']], [[' ']], [['a', '--lang', 'de']], [['a', '--form', 'x.tgz']], [['a', '--from']], [['a', '--from', '']]])(
  '%j is a wrong call',
  (args) => expect(readArguments(args, FRENCH).fault).toBe('call'),
);

test('help is shown whatever else is typed', () => {
  expect(readArguments(['a', 'b', '--help'], FRENCH)).toMatchObject({ fault: '', wish: { help: true } });
});

// `npm create cartable x --from y` passes only `x` on, and the option in the environment.
test.each([
  [{ npm_config_from: 'x.tgz' }, '--from'],
  [{ npm_config_lang: 'en' }, '--lang'],
  [{ npm_config_install: '' }, '--no-install'],
])('an option that npm kept is not ignored: %j', (env, option) => {
  expect(readArguments(['x'], { ...FRENCH, ...env })).toMatchObject({ fault: 'lost', option });
});
