import { expect, test } from 'vitest';
import { precompile, templateFault } from '../../build/toolchain/precompile.ts';

test.each([
  ['a\n\n  {{#if a}}\nc\n', "Parse error on line 5, got 'EOF'", 5, 1],
  ['a\n{{b', "Parse error on line 2, got 'INVALID'", 2, 1],
  ['a\n\n{{nothing of}}\n', 'You specified knownHelpersOnly, but used the unknown helper nothing', 3, 1],
  ['a\n {{#if a}}\n{{/each}}\n', "if doesn't match each", 2, 5],
])('%j: what is wrong with a template is known with its place in the file', (template, why, line, column) => {
  expect(templateFault(template)).toEqual({ why, line, column });
});

test('a template that compiles has no fault', () => {
  expect(templateFault('<p>{{icon "check"}} {{#if a}}{{b}}{{/if}}</p>')).toBeNull();
});

test.each([
  ...['icon', 'pictogram', 'face', 'land', 'inc', 'letter', 'join', 'eq', 'typeset', 'scramble', 'turn', 'range', 'lines', 'room', 'asked'],
  ...['whereabouts', 'captioned', 'format', 'signed'],
])('%s is a helper, not data', (name) => {
  expect(templateFault(`{{${name} a b}}`)).toBeNull();
});

test('indents and empty lines of a template don’t reach the page', () => {
  const spec = precompile('\n<ul>\n\n  <li>{{a}}</li>\n\t<li>b c</li>\n</ul>\n\n');
  expect(spec).toContain('"<ul>\\n<li>"');
  expect(spec).toContain('"</li>\\n<li>b c</li>\\n</ul>"');
});
