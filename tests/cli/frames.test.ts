import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf, frameOf, PLACELESS, visible } from '../../build/cli/frames.ts';
import type { Diagnostic } from '../../build/diagnostics/diagnostics.ts';
import type { SourceLines } from '../../build/files/source-lines.ts';
import { OwnTypeError } from '../../build/own-types/own-type-error.ts';
import { makeProject } from '../helpers/run-cartable.ts';

const SIGNS = 'abcdefghij'.repeat(30);

/** The line that a frame shows, and what stands above its caret. */
function shownAt(text: string, column: number): { line: string; under: string } {
  const file = join(makeProject({ 'a.md': text }), 'a.md');
  const frame = frameOf({ code: 'raw-html', severity: 'error', at: { file, line: 1, column }, values: {} }, 'fr').split('\n');
  const line = frame[2]?.slice(4) ?? '';
  return { line, under: line[(frame[3]?.indexOf('^') ?? 0) - 4] ?? '' };
}

test('a line that fits is shown whole, wherever the caret stands', () => {
  for (const column of [1, 60, 100, 110]) {
    expect(shownAt(SIGNS.slice(0, 110), column)).toEqual({ line: SIGNS.slice(0, 110), under: SIGNS[column - 1] });
  }
});

test('of a longer one the part around the caret is shown, with dots where it goes on', () => {
  for (const column of [1, 56, 57, 120, 245, 246, 300]) {
    const { line, under } = shownAt(SIGNS, column);
    expect([line.length, under]).toEqual([110, SIGNS[column - 1]]);
    expect([line.startsWith('…'), line.endsWith('…')]).toEqual([column > 56, column < 246]);
  }
  expect(shownAt(SIGNS.slice(0, 111), 1).line).toBe(`${SIGNS.slice(0, 109)}…`);
  expect(shownAt(SIGNS.slice(0, 111), 111)).toEqual({ line: `…${SIGNS.slice(2, 111)}`, under: SIGNS[110] });
});

const one = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'raw-html',
  severity: 'error',
  at: { file: join(process.cwd(), 'absent.md'), line: 4, column: 7 },
  values: { html: '<b>' },
  ...more,
});

test('a mistake has its place, its code, both sentences and an empty line', () => {
  expect(frameOf(one(), 'fr')).toBe(
    'absent.md:4:7 erreur raw-html\n  Le HTML n’est pas admis : <b>\n  À faire : Écrivez en Markdown ; « < » seul s’écrit \\<.\n',
  );
  expect(frameOf(one({ severity: 'warning' }), 'en')).toBe(
    'absent.md:4:7 warning raw-html\n  HTML is not allowed: <b>\n  Fix: Write Markdown; a lone “<” is written \\<.\n',
  );
});

test('the line of the source stands between the two sentences, its tabs as blanks', () => {
  const file = join(makeProject({ 'a.md': 'un\n\tdeux\ttrois\n' }), 'a.md');
  expect(
    frameOf(one({ at: { file, line: 2, column: 2 } }), 'fr')
      .split('\n')
      .slice(2, 4),
  ).toEqual(['  │  deux trois', '  │  ^']);
  const lines = { line: () => 'Ailleurs' } as unknown as SourceLines;
  expect(frameOf(one(), 'fr', undefined, lines).split('\n').slice(1, 4)).toEqual([
    '  Le HTML n’est pas admis : <b>',
    '  │ Ailleurs',
    '  │       ^',
  ]);
});

test('a notice takes one line, and a mistake in the command has no place', () => {
  const notice = one({ code: 'heavy-cover', severity: 'notice', values: { file: 'une.png', has: 900, limit: 400 } });
  expect(frameOf(notice, 'en')).toBe(
    'absent.md:4:7 note The cover picture “une.png” weighs 900 kB: every learner waits for it at the launch. Save it smaller: 400 kB at most.',
  );
  const name = one({ code: 'no-such-name', values: { name: 'trma', near: 'tram', list: 'tram' } });
  expect(frameOf(name, 'fr').split('\n')[0]).toBe('erreur no-such-name');
  expect([...PLACELESS].sort()).toEqual(['name-after-cohort', 'no-such-cohort', 'no-such-name']);
});

test('a place is seen from this folder; this folder itself by its whole path', () => {
  const at = (file: string): string | undefined => frameOf(one({ at: { file, line: 1, column: 1 } }), 'fr').split(' ')[0];
  expect([at(join(process.cwd(), 'modules/a.md')), at(process.cwd())]).toEqual(['modules/a.md:1:1', `${process.cwd()}:1:1`]);
});

test('commands are named as the user calls them', () => {
  const lost = one({ code: 'missing-id', values: { suggestion: '{#quai}' } });
  expect(frameOf(lost, 'fr', (args) => `npx cartable ${args}`)).toContain('npx cartable ids --write');
});

test('signs that move the cursor are shown, all others stay', () => {
  expect(visible('a\u0000\u001b\n\u007f\u009f\u200e\u2028\u202e\u2066\u2069é🥖 ')).toBe('a␀␛␊·······é🥖 ');
  expect(
    frameOf(one({ values: { html: 'a\u001b' }, at: { file: join(process.cwd(), 'a\u001b.md'), line: 1, column: 1 } }), 'fr'),
  ).not.toContain('\u001b');
});

test('what stopped a command is the place in a type, or a line on Cartable itself', () => {
  const user = { language: 'fr' as const, command: (args: string) => `cartable ${args}` };
  const diagnostic = one({ code: 'type-code', values: { why: 'cassé' } });
  expect(failureOf(new OwnTypeError(diagnostic), user)).toBe(frameOf(diagnostic, 'fr', user.command));
  expect([failureOf(new Error('plein'), user), failureOf('mot', { ...user, language: 'en' })]).toEqual([
    'Cartable est en panne : plein',
    expect.stringMatching(/: mot$/),
  ]);
});
