import { expect, test } from 'vitest';
import type { PieceIndex } from '../../build/host/engine.ts';
import { pageFooter, sheetStyle } from '../../build/sheets/sheet-style.ts';

test('paper is always dark on white: only a screen may be dark', () => {
  const index = {
    texts: { 'paper.css': '@media (prefers-color-scheme:dark){a{}}@media(prefers-color-scheme: dark){b{}}' },
  } as unknown as PieceIndex;
  const css = sheetStyle('paper.css', '#1d4ed8', index);
  expect(css.match(/@media screen and \(prefers-color-scheme:dark\)/g)?.length).toBeGreaterThanOrEqual(2);
  expect(css).not.toMatch(/@media ?\(prefers-color-scheme/);
  const bare = sheetStyle('sheet.css', '#1d4ed8', index);
  const own = '@media screen and (prefers-color-scheme:dark)';
  expect(css).toBe(`${own}{a{}}${own}{b{}}${bare}`);
  expect([bare.includes('#1d4ed8'), bare.includes(own), sheetStyle('sheet.css', '#0b5394', index) === bare]).toEqual([true, true, false]);
});

test('a text at the foot of each page can not leave its quotation', () => {
  expect(pageFooter('École "du" rail')).toContain('content:"École \\22 du\\22  rail"');
  expect(pageFooter('a\\b</style>\n')).toContain('content:"a\\5c b\\3c /style\\3e \\a "');
  expect(pageFooter('x')).toBe('@page{@bottom-left{color:#444;content:"x";font:7.5pt Arial,sans-serif}}');
});
