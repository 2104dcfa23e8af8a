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
