import { expect, test } from 'vitest';
import { checkRawHtml } from '../../../build/toolchain/site/raw-html.ts';

test.each([
  '<img src="images/a.png" width="480" alt="5 > 3">',
  '<picture>\n<source media="(prefers-color-scheme: dark)" srcset="a.webp">\n</picture>',
  '<details open>\n<summary>A & b</summary>',
  '<br/>',
  '<hr  />',
  '<H2>Le <b>four</b></H2 >',
  '<img  src="a.png"\n alt="" >',
  '<a HREF="https://example.org" open title="<">',
  '5 > 3 & 2',
  'words',
])('%j is taken over', (html) => expect(() => checkRawHtml(html, 'docs/a.md')).not.toThrow());

test('what is refused is quoted to the end of its line', () => {
  const refuse = (html: string) => () => checkRawHtml(html, 'docs/a.md');
  expect(refuse('<p>\nUn <b id="a">mot</b>\n<i>')).toThrow(new Error('docs/a.md: the site does not take over <b id="a">mot.'));
});

test.each([
  '<script>alert(1)</script>',
  '<SCRIPT src="images/a.png">',
  '</script>',
  '<img src="a.png" onerror="alert(1)">',
  '<img src="a.png" ONERROR=alert(1)>',
  '<img/onerror=alert(1) src=x>',
  "<a href='javascript:alert(1)'>",
  '<a href=javascript:alert(1)>',
  '<p style="color: red">',
  '<style>p { color: red }</style>',
  '<iframe src="https://example.org"></iframe>',
  '<svg onload="alert(1)">',
  '<meta http-equiv="refresh" content="0">',
  '<base href="https://example.org">',
  '<form action="x">',
  '<p id="main">',
  '<img src="a.png" alt="',
  '<b><scr',
  '<b title="a"onclick="x">',
  '<a onclick="x">',
  '<img src="a.png" onload="x" width="4">',
  '<p class="w-card">',
  '<a href="a.html" target="_blank">',
  '<button type="button">',
  '<!doctype html>',
  '<?php',
  '<scr<b>ipt>',
])('%j stops the build, and the document is named', (html) =>
  expect(() => checkRawHtml(html, 'docs/a.md')).toThrow('docs/a.md: the site does not take over <'),
);
