import { expect, test } from 'vitest';
import { requestedKeys } from '../../build/toolchain/shell-strings.ts';

const KEYS = ['save.saved', 'save.failed', 'page.of.one', 'page.of.other', 'menu', 'menu.open', 'results.chapter.new'];

test.each<[string, string[]]>([
  ['', []],
  ["t('menu')", ['menu']],
  ['t("menu")', ['menu']],
  ['t(`menu`)', ['menu']],
  ['menu', []],
  ['t("menus")', []],
  ["plural('page.of',n)", ['page.of.one', 'page.of.other']],
  ['t("page.of.one")', ['page.of.one']],
  ['t(`save.$\x7bstatus}`)', ['save.saved', 'save.failed']],
  ['t("save."+status)', ['save.saved', 'save.failed']],
  ['t(`results.chapter.$\x7bone}`)', ['results.chapter.new']],
  ['t(`results.$\x7bone}`)', ['results.chapter.new']],
  ['t(`save.$\x7bstatus}`),t("menu.open")', ['save.saved', 'save.failed', 'menu.open']],
])('%s', (code, words) => {
  expect(requestedKeys(KEYS, code)).toEqual(words);
});

test('a key without its ending stands for all its numbers', () => {
  const keys = ['zero', 'one', 'two', 'few', 'many', 'other'].map((ending) => `page.${ending}`);
  expect(requestedKeys([...keys, 'page.none', 'page.one.more'], 'plural("page", n)')).toEqual(keys);
});
