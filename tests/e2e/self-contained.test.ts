import { beforeAll, expect, test } from 'vitest';
import { readZip } from '../helpers/read-zip.ts';
import { galleryPackage } from '../helpers/shared-packages.ts';

/** Text files of a package that uses every type, by name. */
const files = new Map<string, string>();

beforeAll(async () => {
  for (const { name, content } of await readZip(galleryPackage('fr', 'scorm12'))) {
    if (/\.(?:html|js|css)$/.test(name)) files.set(name, content.toString());
  }
  // The two parts that others wrote: one speaks to an LMS's server if it is given an address, and is given none.
  for (const name of ['local-api.js', 'sortable.js']) expect(files.delete(name)).toBe(true);
});

/** Requests that a strict policy, a sandbox or a disk would not let pass, and those that nobody asked for. */
const forbidden: Readonly<Record<string, RegExp>> = {
  'a style attribute in markup': /<[a-z][^<>]*\sstyle=/,
  'a style attribute set from a text': /setAttribute\(\s*["'`]style|\.cssText\b/,
  'a style element': /<style\b/,
  'an inline script': /<script(?![^>]*\ssrc=)[^>]*>/,
  'a handler in markup': /<[a-z][^<>]*\son[a-z]+=/,
  'code from a text': /\beval\(|\bnew Function\b|\bset(?:Timeout|Interval)\(\s*["'`]|javascript:/,
  'a module': /type="module"|\bimport\(|\bimport\s*["'{]/,
  'a request by script': /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|serviceWorker|importScripts/,
  'a cookie': /\bdocument\.cookie|cookieStore/,
  'a file of elsewhere':
    /\s(?:src|srcset|poster|data)="(?:https?:)?\/\/|<link\b[^>]*\shref="(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\//,
  'an address from the root': /\s(?:src|href)="\//,
  // But for an event of our own that has such a name (docs/other-lms.md 4).
  'an end that browsers do away with':
    /["'`]unload["'`]|\bon(?:before)?unload\b|["'`]beforeunload["'`](?!,.{0,40}\bdispatchEvent\(new Event\(["'`]beforeunload["'`]\)\))(?<!new Event\(.{14})/,
};

test.each(Object.entries(forbidden))('not in a package: %s', (_, pattern) => {
  const found = [...files].flatMap(([name, text]) => [...text.matchAll(new RegExp(pattern, 'g'))].map(([match]) => `${name}: ${match}`));
  expect(found).toEqual([]);
});

test('each pattern finds what it is for', () => {
  const breaches = [
    '<p class="a" style="color:red">',
    'e.setAttribute("style", s)',
    '<style>',
    '<script>let a</script>',
    '<p onclick="x()">',
    'new Function("a")',
    'import("./a.js")',
    'fetch("a.json")',
    'document.cookie',
    '<img src="https://example.org/a.png">',
    '<a href="/course">',
    'addEventListener("beforeunload", f)',
  ];
  expect(Object.values(forbidden).map((pattern, index) => pattern.test(breaches[index] ?? ''))).toEqual(breaches.map(() => true));
});
