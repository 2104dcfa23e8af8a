import { expect, test } from 'vitest';
import { categoryPath } from '../../../build/exchange/read/category.ts';

test.each([
  [' $course$/top/Pain/ Levain ', ['Pain', 'Levain']],
  ['$system$/top/Pain', ['Pain']],
  ['top/Pain', ['Pain']],
  ['Pain/top', ['Pain']],
  ['a/b/TOP/top', ['a', 'b', 'top']],
  ['Sel//eau/Four', ['Sel/eau', 'Four']],
  ['Pain//', ['Pain/']],
  ['a//b//c', ['a/b/c']],
  ['laptop/a$x$/$$', ['laptop', 'a$x$', '$$']],
  ['/ /Pain/', ['Pain']],
  ['$cours/topo/$x$y', ['$cours', 'topo', '$x$y']],
  ['', []],
])('“%s” is %j', (text, path) => {
  expect(categoryPath(text)).toEqual(path);
});
