import { expect, test } from 'vitest';
import { idsInText, reportName, withSessions } from '../../build/exchange/receiver.ts';

test('lists the ids in a text, with that of the text', () => {
  expect(idsInText('banks/pain.md', '# Un {#un}\n:::choice{ #deux points=2}\n')).toEqual(['pain', 'un', 'deux']);
});

test('adds sessions to a list that has some, to an empty one, and to none', () => {
  expect(withSessions('modules: [a]\n', ['b', 'c'])).toBe('modules: [a, b, c]\n');
  expect(withSessions('modules: []\n', ['b', 'c'])).toBe('modules: [b, c]\n');
  expect(withSessions('id: x\nmodules: []\n', ['b'])).toBe('id: x\nmodules: [b]\n');
  expect(withSessions('title: x\n', ['b', 'c'])).toBe(null);
  expect(withSessions('title: x\n', [])).toBe('title: x\n');
});

test('names the report of an import by its session, or by its first file', () => {
  expect(reportName({ files: [], session: 'pain' })).toBe('IMPORT-pain.md');
  expect([reportName({ files: [] }), reportName({ files: [{ path: 'banks/pain.md', data: '' }], session: 'four' })]).toEqual([
    'IMPORT-import.md',
    'IMPORT-four.md',
  ]);
  expect(
    reportName({
      files: [
        { path: 'banks/pain.md', data: '' },
        { path: 'sel.md', data: '' },
      ],
    }),
  ).toBe('IMPORT-pain.md');
});
