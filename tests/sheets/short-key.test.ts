import { expect, test } from 'vitest';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import { shortKey } from '../../build/sheets/short-key.ts';

const fr = sheetStrings('fr');

test('right choices alone, values with their names, and an order', () => {
  const rows = [
    { name: 'Vert', mark: 'right' },
    { name: 'Rouge', mark: 'wrong' },
  ] as const;
  expect(shortKey([{ rows }], 100, fr)).toBe('Vert');
  expect(shortKey([{ rows: [{ name: '', value: '1982' }] }], 100, fr)).toBe('1982');
  expect(shortKey([{ ordered: true, rows: [{ name: 'Freiner' }, { name: 'Ouvrir' }] }], 100, fr)).toBe('Freiner → Ouvrir');
});

test('items that share a place are listed behind it', () => {
  const rows = ['rame', 'tram', 'quai'].map((name) => ({ name, value: name === 'quai' ? 'fixe' : 'roule' }));
  expect(shortKey([{ rows }], 100, fr)).toBe('roule\u00a0: rame, tram\u00a0; fixe\u00a0: quai');
  expect(shortKey([{ rows }], 100, sheetStrings('en'))).toBe('roule: rame, tram; fixe: quai');
});

test('a long key cuts its names, then leaves out its last parts', () => {
  const rows = Array.from({ length: 8 }, (_, n) => ({ name: `La rame numéro ${n} qui rentre au dépôt`, value: `voie ${n}` }));
  const key = shortKey([{ rows }], 100, fr);
  expect(key).toMatch(/^La rame numéro 0 qui… → voie 0\u00a0; .*\u00a0; …$/);
  expect(key.length).toBeLessThan(130);
  expect(key).not.toContain('voie 7');
});

test('without a right answer it is empty', () => {
  expect(shortKey([{ rows: [{ name: 'Vert' }, { name: 'Rouge' }] }], 100, fr)).toBe('');
  expect(shortKey([], 100, fr)).toBe('');
});

test('a value with a name, and one without, in one list', () => {
  const rows = [
    { name: 'rame', value: 'roule' },
    { name: '', value: 'roule' },
    { name: 'quai', mark: 'needed' as const },
  ];
  expect(shortKey([{ rows }], 100, fr)).toBe('rame → roule\u00a0; roule\u00a0; quai');
  const named = [
    { name: 'rame', value: 'roule' },
    { name: 'tram', value: 'roule' },
    { name: 'quai', mark: 'right' as const },
  ];
  expect(shortKey([{ rows: named }], 100, fr)).toBe('rame → roule\u00a0; tram → roule\u00a0; quai');
});

test('a group has its title in front of its first item, without a colon of its own', () => {
  const way = { title: 'Un chemin\u00a0:', ordered: true as const, rows: [{ name: 'Freiner' }, { name: 'Ouvrir' }] };
  const scene = {
    title: 'Le quai',
    rows: [
      { name: 'Partir', mark: 'right' as const },
      { name: 'Freiner', mark: 'right' as const },
    ],
  };
  const open = { title: 'La nuit', rows: [{ name: 'Dormir' }] };
  expect(shortKey([way, open, scene], 200, fr)).toBe('Un chemin\u00a0: Freiner → Ouvrir\u00a0; Le quai\u00a0: Partir\u00a0; Freiner');
  expect(shortKey([scene], 200, sheetStrings('en'))).toBe('Le quai: Partir; Freiner');
});

test('names share the room evenly: 24 characters at least, all of it if there is one', () => {
  const names = (count: number): { name: string; mark: 'right' }[] =>
    Array.from({ length: count }, () => ({ name: 'x'.repeat(200), mark: 'right' }));
  const lengths = (count: number, limit: number): number[] =>
    shortKey([{ rows: names(count) }], limit, fr)
      .split('\u00a0; ')
      .map((item) => item.length);
  expect([lengths(1, 100), lengths(2, 100), lengths(3, 100), lengths(1, 16), lengths(4, 60)]).toEqual([
    [98],
    [48, 48],
    [31, 31, 31],
    [17],
    [25, 25, 1],
  ]);
});

test('a key may be longer than its limit by a quarter', () => {
  const key = (...lengths: number[]): string =>
    shortKey([{ rows: lengths.map((length) => ({ name: 'x'.repeat(length), mark: 'right' as const })) }], 40, fr);
  expect(key(24, 23)).toBe(`${'x'.repeat(24)}\u00a0; ${'x'.repeat(23)}`);
  expect(key(24, 24)).toBe(`${'x'.repeat(24)}\u00a0; …`);
});

test('a place has at most 40 characters, and the items in it share the room', () => {
  const rows = ['a', 'b'].map((name) => ({ name: name.repeat(120), value: 'x'.repeat(41) }));
  const [place = '', items = ''] = shortKey([{ rows }], 200, fr).split('\u00a0: ');
  expect([place, items.split(', ').map((item) => item.length)]).toEqual([`${'x'.repeat(40)}…`, [98, 98]]);
  const short = shortKey([{ rows: rows.map((one) => ({ ...one, value: 'x'.repeat(40) })) }], 100, fr);
  expect(short.startsWith(`${'x'.repeat(40)}\u00a0: `)).toBe(true);
});

test('values without names stand alone, and only what is judged takes room', () => {
  const value = (text: string) => ({ name: '', value: text });
  expect(shortKey([{ rows: [value('roule'), value('roule')] }], 100, fr)).toBe('roule\u00a0; roule');
  const long = 'x'.repeat(200);
  const judged = { name: long, mark: 'right' as const };
  expect([[value(long)], [judged, { name: 'y' }]].map((rows) => shortKey([{ rows }], 100, fr).length)).toEqual([98, 98]);
});
