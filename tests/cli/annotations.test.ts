import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotationOf } from '../../build/cli/annotations.ts';
import type { Diagnostic } from '../../build/diagnostics/diagnostics.ts';
import { messageOf } from '../../build/diagnostics/format.ts';

const home = join('/', 'depot');

function mistake(file: string, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code: 'empty-quiz', severity: 'error', at: { file: join(home, 'modules', file), line: 12, column: 3 }, values: {}, ...more };
}

/** Reads a workflow command as GitHub's runner does. */
function read(command: string) {
  const [, kind, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(command) ?? [];
  const plain = (text: string): string =>
    text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
  return {
    kind,
    properties: Object.fromEntries(
      properties.split(',').map((one) => [one.slice(0, one.indexOf('=')), plain(one.slice(one.indexOf('=') + 1))]),
    ),
    message: plain(message),
  };
}

test.each(['error', 'warning', 'notice'] as const)(
  '%s: has its place from the folder of the repository, and both sentences',
  (severity) => {
    const one = mistake('tram/une.md', { severity });
    const { problem, write } = messageOf(one, 'fr');
    expect(read(annotationOf(one, 'fr', undefined, home))).toEqual({
      kind: severity,
      properties: { file: 'modules/tram/une.md', line: '12', col: '3', title: 'empty-quiz' },
      message: `${problem}\n${write}`,
    });
  },
);

test('what a name or a text holds can neither end the command nor begin another', () => {
  const file = 'a,b,c: 100 %: 5 %.md';
  const line = annotationOf(
    mistake(file, { code: 'unknown-directive', values: { name: 'x\n::error::y%0A', near: '' } }),
    'en',
    undefined,
    home,
  );
  expect(line.split('\n')).toHaveLength(1);
  expect(line).toMatch(/^::error file=modules\/a%2Cb%2Cc%3A 100 %25%3A 5 %25\.md,line=12,/);
  const { properties, message } = read(line);
  expect(properties).toMatchObject({ file: `modules/${file}`, line: '12' });
  expect(message).toContain('x␊::error::y%0A');
  expect(message.split('\n')).toHaveLength(2);
});

test('commands are named as the user calls them, and no line end ends the message', () => {
  const one = mistake('a\r,b\n\r\nc.md', { code: 'missing-id', values: { suggestion: '{#quai}' } });
  const line = annotationOf(one, 'fr', (args) => `npx cartable ${args}`, home);
  expect(line).not.toMatch(/[\r\n]/);
  expect([read(line).properties.file, read(line).message]).toEqual([
    'modules/a\r,b\n\r\nc.md',
    expect.stringContaining('npx cartable ids --write'),
  ]);
});

test('a mistake in the command itself has no place', () => {
  const one = mistake('tram/une.md', { code: 'no-such-name', values: { name: 'trma', near: 'tram' } });
  expect(read(annotationOf(one, 'fr', undefined, home)).properties).toEqual({ title: 'no-such-name' });
});

test('without a folder, the path starts in that of GitHub Actions, or in the current one', () => {
  const before = process.env.GITHUB_WORKSPACE;
  const one = mistake('une.md', { at: { file: join(process.cwd(), 'modules', 'une.md'), line: 1, column: 1 } });
  const fileOf = (): unknown => read(annotationOf(one, 'fr')).properties.file;
  try {
    delete process.env.GITHUB_WORKSPACE;
    expect(fileOf()).toBe('modules/une.md');
    process.env.GITHUB_WORKSPACE = join(process.cwd(), 'modules');
    expect(fileOf()).toBe('une.md');
  } finally {
    if (before === undefined) delete process.env.GITHUB_WORKSPACE;
    else process.env.GITHUB_WORKSPACE = before;
  }
});
