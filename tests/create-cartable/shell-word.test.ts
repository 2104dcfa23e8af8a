import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from '../../create-cartable/src/shell-word.js';

test('a simple path stays as it is, and one with a space has double quotes', () => {
  expect(['mes-cours', 'x/y.z', '../a', 'a b'].map((path) => shellWord(path, 'linux'))).toEqual(['mes-cours', 'x/y.z', '../a', '"a b"']);
});

test.skipIf(process.platform === 'win32').each(['a b', 'q"uote', '$(echo x)', 'it`id`', "it's $HOME", 'a\\b', '~x', 'été!', 'é’s', 'a\nb'])(
  'a shell reads %j back',
  (path) => expect(execFileSync('sh', ['-c', `printf %s ${shellWord(path, 'linux')}`], { encoding: 'utf8' })).toBe(path),
);

test('a path that begins with a dash is no option', () => expect(shellWord('-x', 'linux')).toBe('./-x'));

test('Windows knows double quotes only', () => {
  expect(['a\\b', "it's $x"].map((path) => shellWord(path, 'win32'))).toEqual(['"a\\b"', `"it's $x"`]);
});
