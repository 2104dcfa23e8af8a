import { expect, test } from 'vitest';
import { editFront, frontOf } from '../../../build/studio/course/front-text.ts';
import { setValue } from '../../../build/studio/course/yaml-edit.ts';

test('front matter is edited, and nothing behind it', () => {
  const text = '\ufeff---\r\nid: one\r\ntitle: Séance 1 : Le four # now\r\n---\r\n\r\n# Page {#p}\r\ntitle: not this\r\n';
  const after = editFront(text, (front) => setValue(front, ['title'], 'Le pain'));
  expect(after).toBe(text.replace('Séance 1 : Le four', 'Le pain'));
  expect(editFront('# Page', () => 'x')).toBeNull();
});

test.each([
  ['---\na: 1\n---', 'a: 1\n'],
  ['\n  \n--- \t\na: 1\n---\t \nText\n---\n', 'a: 1\n'],
  ['---\n---\n', ''],
  ['---\na: 1\n', ''],
  ['Text\n---\na: 1\n---\n', ''],
  ['---\na: 1\n--- b\nc: 2\n---\n', 'a: 1\n--- b\nc: 2\n'],
  ['---\na: b ---\n# ------\nc: 2\n---\n', 'a: b ---\n# ------\nc: 2\n'],
])('the front matter of %j is %j', (text, front) => {
  expect(frontOf(text)).toBe(front);
});

test('an edit that is not possible is refused, an empty one is not', () => {
  expect(editFront('---\na: 1\n---\n', () => null)).toBeNull();
  expect(editFront('---\na: 1\n---\n# P\n', () => '')).toBe('---\n---\n# P\n');
  expect(editFront('---\n---\n# P\n', (front) => `${front}a: 1\n`)).toBe('---\na: 1\n---\n# P\n');
});
