import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFault } from '../../build/cli/write-fault.ts';

const french = { language: 'fr' } as const;
const fault = (facts: object): Error => Object.assign(new Error('refused'), facts);
const here = (path: string): string => join(process.cwd(), path);

test('the file is named as seen from the current folder, with the reason, in the language of the messages', () => {
  const error = fault({ code: 'EACCES', path: here('cours/four.md') });
  expect(writeFault(error, french)).toBe(
    'cours/four.md ne peut pas être écrit (EACCES) : son dossier manque ou refuse l’écriture. Rien n’est à moitié écrit.',
  );
  expect(writeFault(error, { language: 'en' })).toMatch(/^cours\/four\.md can’t be written \(EACCES\): /);
});

test('a temporary file stands for the one that it becomes, and so does the goal of a renaming', () => {
  expect(writeFault(fault({ code: 'ENOENT', path: here('cours/.four.md.12.part') }), french)).toMatch(/^cours\/four\.md ne peut/);
  expect(writeFault(fault({ code: 'EPERM', path: here('a/.pain.md.12.part'), dest: here('b/pain.md') }), french)).toMatch(/^b\/pain\.md /);
});

test('the current folder itself has its whole path', () => {
  expect(writeFault(fault({ code: 'EACCES', path: process.cwd() }), french)).toContain(`${process.cwd()} ne peut`);
});

test.each([
  ['without a code', { path: here('four.md') }],
  ['without a file', { code: 'EACCES' }],
  ['of a full disk', { code: 'ENOSPC', path: here('four.md') }],
  ['of an exhausted quota', { code: 'EDQUOT', path: here('four.md') }],
])('an error %s is thrown as it is', (_, facts) => {
  const error = fault(facts);
  expect(() => writeFault(error, french)).toThrow(error);
});
