import { expect, test } from 'vitest';
import en from '../../build/verify/strings/en.json' with { type: 'json' };
import fr from '../../build/verify/strings/fr.json' with { type: 'json' };
import { type RuleId, type TextKey, verifyStrings } from '../../build/verify/strings.ts';

const [french, english] = [verifyStrings('fr'), verifyStrings('en')];

test('texts have their values, and one has its own form; none is one in French only', () => {
  const of = (n: number): readonly string[] => [french.format('more', { n }), english.format('more', { n })];
  const written = (table: { readonly texts: Readonly<Record<string, string>> }, key: string, n: number): string =>
    (table.texts[key] ?? '').replace('{n}', String(n));
  const one = Object.hasOwn(fr.texts, 'more.one') ? 'more.one' : 'more';
  expect(of(1)).toEqual([written(fr, one, 1), written(en, one, 1)]);
  expect(of(2)).toEqual([written(fr, 'more', 2), written(en, 'more', 2)]);
  expect(of(0)).toEqual([written(fr, one, 0), written(en, 'more', 0)]);
});

test('a rule has a problem and an advice', () => {
  const rule = english.rule('name-long', { n: 3, first: 'a.html' });
  expect(rule.problem).not.toMatch(/\{n\}|\{first\}/);
  expect([rule.problem, rule.advice].every((text) => text.length > 10)).toBe(true);
  expect(french.rule('name-long', { n: 3 })).not.toEqual(english.rule('name-long', { n: 3 }));
});

test('a rule about one thing has its own form where it has one', () => {
  const [first = ''] = Object.keys(fr.rules).filter((key) => key.endsWith('.one'));
  const id = first.replace('.one', '') as RuleId;
  expect(french.rule(id, { n: 1 }).problem).not.toBe(french.rule(id, { n: 2 }).problem);
});

test('unknown keys and values stay visible', () => {
  expect(french.format('nothing' as TextKey)).toBe('nothing');
  expect(french.rule('nothing' as RuleId)).toEqual({ problem: 'nothing', advice: '' });
  const withValue = Object.entries(fr.texts).find(([key, text]) => /\{title\}/.test(text) && !key.endsWith('.one'))?.[0] as TextKey;
  expect(french.format(withValue)).toContain('{title}');
});

test('templates get all texts, with lines for points', () => {
  expect(french.texts.unit_mb).toBe(fr.texts['unit.mb']);
  expect([french.lang, english.lang, Object.keys(english.texts).filter((key) => key.includes('.'))]).toEqual(['fr', 'en', []]);
});
