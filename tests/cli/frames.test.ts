import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frameOf } from '../../build/cli/frames.ts';
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
  for (const column of [1, 57, 120, 250, 300]) {
    const { line, under } = shownAt(SIGNS, column);
    expect([line.length, under]).toEqual([110, SIGNS[column - 1]]);
    expect([line.startsWith('…'), line.endsWith('…')]).toEqual([column > 56, column < 240]);
  }
});
