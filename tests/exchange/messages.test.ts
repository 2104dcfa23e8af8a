import { expect, test } from 'vitest';
import { formatterIn } from '../../build/exchange/messages.ts';
import en from '../../build/exchange/strings/en.json' with { type: 'json' };
import fr from '../../build/exchange/strings/fr.json' with { type: 'json' };

test('both languages have the same sentences', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
});

test('a sentence has its values; one that is missing is empty', () => {
  expect(formatterIn('fr')({ key: 'report.title', values: { file: 'a.gift' } })).toBe(fr['report.title'].replace('{file}', 'a.gift'));
  expect(formatterIn('en')({ key: 'report.title', values: { file: 'a.gift' } })).toBe(en['report.title'].replace('{file}', 'a.gift'));
  expect(formatterIn('fr')({ key: 'report.title', values: {} })).toBe(fr['report.title'].replace('{file}', ''));
});

test('a key without a sentence is shown itself', () => {
  expect(formatterIn('fr')({ key: 'none.{n}', values: { n: 3 } })).toBe('none.3');
});

test('one has a form of its own, where there is one', () => {
  const key =
    Object.keys(fr)
      .find((name) => name.endsWith('.one'))
      ?.slice(0, -4) ?? '';
  const table = fr as Readonly<Record<string, string>>;
  const filled = (text = '', n: number): string => text.replace(/\{(\w+)\}/g, (_, name) => (name === 'n' ? String(n) : ''));
  expect([formatterIn('fr')({ key, values: { n: 1 } }), formatterIn('fr')({ key, values: { n: 2 } })]).toEqual([
    filled(table[`${key}.one`], 1),
    filled(table[key], 2),
  ]);
  expect(formatterIn('fr')({ key: 'report.title', values: { n: 1, file: 'x' } })).toBe(fr['report.title'].replace('{file}', 'x'));
});
