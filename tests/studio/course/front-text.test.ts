import { expect, test } from 'vitest';
import { editFront } from '../../../build/studio/course/front-text.ts';
import { setValue } from '../../../build/studio/course/yaml-edit.ts';

test('front matter is edited, and nothing behind it', () => {
  const text = '\ufeff---\r\nid: one\r\ntitle: Séance 1 : Le four # now\r\n---\r\n\r\n# Page {#p}\r\ntitle: not this\r\n';
  const after = editFront(text, (front) => setValue(front, ['title'], 'Le pain'));
  expect(after).toBe(text.replace('Séance 1 : Le four', 'Le pain'));
  expect(editFront('# Page', () => 'x')).toBeNull();
});
