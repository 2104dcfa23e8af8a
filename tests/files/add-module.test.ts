import { expect, test } from 'vitest';
import { addModule } from '../../build/files/add-module.ts';

test.each([
  ['modules: [un, deux] # ici\nx: 1\n', 'modules: [un, deux, trois] # ici\nx: 1\n'],
  ['modules: [un,\n  deux]\n', 'modules: [un,\n  deux, trois]\n'],
  ['modules:\n  - un\n  - deux # ici\nx: 1\n', 'modules:\n  - un\n  - deux\n  - trois # ici\nx: 1\n'],
  ['modules:\n  - un\n  - deux\nx: 1\n', 'modules:\n  - un\n  - deux\n  - trois\nx: 1\n'],
  ['modules:\n  - un', 'modules:\n  - un\n  - trois'],
  ['modules: [un]', 'modules: [un, trois]'],
  ['modules:\r\n- un\r\nx: 1\r\n', 'modules:\r\n- un\r\n- trois\r\nx: 1\r\n'],
])('%j', (text, expected) => {
  expect(addModule(text, 'trois')).toBe(expected);
});

test.each(['id: depot\n', 'modules: un\n', 'modules: []\n', ''])('%j has no list to add to', (text) => {
  expect(addModule(text, 'trois')).toBeNull();
});
