import { expect, it } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { forbiddenCharacter, withoutForbiddenCharacters } from '../../build/files/forbidden-characters.ts';

function clean(text: string) {
  const diagnostics = new Diagnostics();
  return {
    text: withoutForbiddenCharacters(text, 'rames.md', diagnostics),
    found: diagnostics.list.map(({ at, values }) => `${at.file}:${at.line}:${at.column} ${values.sign}`),
  };
}

it('leaves letters, accents, tabs and other writings alone', () => {
  const text = 'Été\t« œuf »\n日本 עברית 😀 &#233; 100\u00a0%';
  expect(clean(text)).toEqual({ text, found: [] });
});

it('replaces control characters and changes of direction by spaces, at their positions', () => {
  expect(clean('Un\u0000 mot\nUn\u202e mot')).toEqual({ text: 'Un  mot\nUn  mot', found: ['rames.md:1:3 U+0000', 'rames.md:2:3 U+202E'] });
  expect(clean('l\u0092arrêt').found).toEqual(['rames.md:1:2 U+0092']);
});

it('forbids each range of characters from its first to its last', () => {
  const named = (...codes: readonly number[]) => codes.filter((code) => forbiddenCharacter(`a${String.fromCharCode(code)}`) !== null);
  const ends = [0, 8, 0xb, 0xc, 0xe, 0x1f, 0x7f, 0x9f, 0x202a, 0x202e, 0x2066, 0x2069, 0xfffe, 0xffff];
  expect(named(...ends)).toEqual(ends);
  expect(named(9, 0xa, 0xd, 0x20, 0x7e, 0xa0, 0x2029, 0x202f, 0x2065, 0x206a, 0xfffd)).toEqual([]);
  expect(forbiddenCharacter('\u0001')).toBe('U+0001');
});

it('finds them in their written forms, too', () => {
  expect(clean('Un&#0; mot &#x202E;').found).toEqual(['rames.md:1:3 U+0000', 'rames.md:1:12 U+202E']);
  expect(clean('Un&#0;').text).toBe('Un    ');
  expect(clean('&#x1F600; &#x10001; &#65537;').found).toEqual([]);
  expect(clean('%EE%80%83, &#8238; 100 %').found).toEqual(['rames.md:1:1 U+E003', 'rames.md:1:12 U+202E']);
  expect(clean('%ee%80%84').found).toEqual(['rames.md:1:1 U+E004']);
  expect(clean('&#x7f').found).toEqual([]);
});

it('reports at most a hundred', () => {
  expect(clean('\u0001'.repeat(150)).found).toHaveLength(100);
  expect(clean('\u0001'.repeat(150)).text).toBe(' '.repeat(150));
});

it('names the first in a text', () => {
  expect([forbiddenCharacter('Un mot'), forbiddenCharacter('Un \u007fmot\u0000')]).toEqual([null, 'U+007F']);
});
