import { expect, test } from 'vitest';
import type { Imported } from '../../build/exchange/import.ts';
import { formatterIn } from '../../build/exchange/messages.ts';
import { reportData, reportText } from '../../build/exchange/report.ts';

const base = {
  name: 'a.gift',
  kind: 'gift',
  place: 'line',
  files: [{ path: 'banks/a.md' }, { path: 'a.md' }],
  session: 'a',
  found: 3,
  made: 2,
  remarks: [],
} as unknown as Imported;
const remark = (level: string, line: number, more: object = {}) => ({ level, key: `k.${level}${line}`, line, values: {}, ...more });
const report = (more: object, lang: 'fr' | 'en' = 'fr'): readonly string[] =>
  reportText({ ...base, ...more } as Imported, lang).split('\n\n');
const word = (key: string, values = {}, lang: 'fr' | 'en' = 'fr'): string => formatterIn(lang)({ key: `report.${key}`, values });

test('without remarks it says so', () => {
  expect(report({})).toEqual([
    `# ${word('title', { file: 'a.gift' })}`,
    word('count', { n: 3, made: 2, refused: 1 }),
    word('nothing'),
    `## ${word('files')}`,
    '- `banks/a.md`\n- `a.md`',
    `${word('keep')}\n`,
  ]);
});

test.each([
  [0, 0, 'none'],
  [3, 3, 'all'],
  [1, 1, 'all'],
  [3, 0, 'count'],
])('of %d questions %d were made', (found, made, key) => {
  expect(report({ found, made })[1]).toBe(word(key, { n: found, made, refused: found - made }));
});

test('remarks are grouped, the gravest first, and sorted by their line', () => {
  const remarks = [
    remark('note', 4),
    remark('lost', 9),
    remark('lost', 2),
    remark('review', 3),
    remark('refused', 1, { text: 'Un\ndeux' }),
    remark('note', 0),
  ];
  const at = (line: number): string => `**${word('line', { line })}**\u00a0: `;
  expect(report({ remarks }).slice(4, -1)).toEqual([
    `## ${word('refused')}`,
    word('refused.about'),
    `- ${at(1)}k.refused1`,
    '  ```text\n  Un\n  deux\n  ```',
    `## ${word('review')}`,
    word('review.about'),
    `- ${at(3)}k.review3`,
    `## ${word('lost')}`,
    `- ${at(2)}k.lost2\n- ${at(9)}k.lost9`,
    `## ${word('note')}`,
    `- k.note0\n- ${at(4)}k.note4`,
  ]);
});

test('remarks of one line keep their order', () => {
  const remarks = [remark('lost', 2, { key: 'b' }), remark('lost', 2, { key: 'a' }), remark('lost', 1, { key: 'c' })];
  expect(report({ remarks })[5]).toMatch(/: c\n.*: b\n.*: a$/);
});

test('a remark names its question, its place in the unit of the file, and its text', () => {
  const one = (more: object, lang: 'fr' | 'en' = 'fr') =>
    report({ place: 'paragraph', remarks: [remark('lost', 2, more)] }, lang).slice(5, -1);
  expect(one({ id: 'four' })).toEqual([`- **${word('paragraph', { line: 2 })}** (\`four\`)\u00a0: k.lost2`]);
  expect(one({ text: '' }, 'en')).toEqual([`- **${word('paragraph', { line: 2 }, 'en')}**: k.lost2`]);
  expect(one({ text: 'a ``` b' })[1]).toBe('  ````text\n  a ``` b\n  ````');
  expect(one({ text: 'a `b`' })[1]).toBe('  ```text\n  a `b`\n  ```');
});

test('as data', () => {
  const remarks = [remark('lost', 2, { id: 'four' })];
  expect(reportData({ ...base, remarks } as unknown as Imported, 'fr')).toEqual({
    file: 'a.gift',
    kind: 'gift',
    found: 3,
    made: 2,
    refused: 1,
    session: 'a',
    files: ['banks/a.md', 'a.md'],
    remarks: [{ ...remarks[0], message: 'k.lost2' }],
  });
  const { session: _, ...rest } = base;
  expect('session' in reportData(rest as Imported, 'en')).toBe(false);
});
