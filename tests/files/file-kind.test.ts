import { expect, it } from 'vitest';
import { documentBytes, isNoMedia, pictureFault } from '../../build/files/file-kind.ts';
import type { Files } from '../../build/host/host.ts';

const files = (text: string): Files => {
  const bytes = new TextEncoder().encode(text);
  return {
    head: (_: string, length: number) => bytes.subarray(0, length),
    read: () => bytes,
    factsBehind: () => ({ kind: 'file', bytes: bytes.length, changed: 0 }),
  } as unknown as Files;
};

it('knows a document by its first bytes, whatever its name says', () => {
  expect([documentBytes(files('%PDF-1.7'), 'plan.PDF'), documentBytes(files('PK12'), 'plan.docx')]).toEqual([8, 4]);
  expect([
    documentBytes(files('<html>'), 'plan.pdf'),
    documentBytes(files('%PDF-1'), 'plan.docx'),
    documentBytes(files('%PDF-1'), 'plan.txt'),
  ]).toEqual([null, null, null]);
  expect(documentBytes(files('\n\n%PDF-1'), 'plan.pdf')).toBe(8);
  expect(documentBytes(files('x PK12'), 'plan.odt')).toBeNull();
});

it.each(['docx', 'odt', 'xlsx', 'ods', 'pptx', 'odp', 'DOCX'])('knows a document of kind %s as a zip', (kind) => {
  expect([documentBytes(files('PK12'), `plan.${kind}`), documentBytes(files('%PDF-1'), `plan.${kind}`)]).toEqual([4, null]);
});

it('finds the mark of a PDF within its first 1024 bytes', () => {
  const pdf = (before: number) => documentBytes(files(`${' '.repeat(before)}%PDF-1`), 'plan.pdf');
  expect([pdf(1019), pdf(1020)]).toEqual([1025, null]);
});

it('knows a page that was saved in place of a film', () => {
  expect([isNoMedia(files('ID3x'), 'a.mp3'), isNoMedia(files(''), 'a.mp3'), isNoMedia(files(' <!DOCTYPE html>'), 'a.mp3')]).toEqual([
    false,
    true,
    true,
  ]);
  expect(['<HTML>', '\n<?xml version="1.0"?>', 'x<html>', '<svg>'].map((text) => isNoMedia(files(text), 'a.mp3'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('refuses pictures that are pages, are empty, or run code', () => {
  const fault = (text: string, name = 'quai.svg') => pictureFault(files(text), name);
  expect([fault('<svg><path d="M0 0"/></svg>'), fault('\x89PNG', 'quai.png')]).toEqual([null, null]);
  expect([fault('', 'quai.png'), fault('<html>', 'quai.png'), fault('<html>')]).toEqual([{}, {}, {}]);
  expect(fault('<svg><script>x</script></svg>')).toEqual({ found: '<script' });
  expect(fault('<svg onload="x"></svg>')).toEqual({ found: 'onload=' });
  expect(fault('<svg><a href="https://example.org"/></svg>')?.found).toMatch(/^href=/);
  expect(fault('<svg><use href="#voie"/></svg>')).toBeNull();
  expect(fault('<svg><style>@import "x"</style></svg>')).toEqual({ found: '@import' });
});

const drawing = (inside: string, name = 'quai.svg') => pictureFault(files(`<svg>${inside}</svg>`), name);

it.each([
  ...['script', 'svg:script', 'foreignObject', 'IFRAME', 'object', 'embed', 'handler', 'listener'].map((tag) => `<${tag}>`),
  ...[' onload="x"', '\nonclick  = "x"', 'javascript:x', 'VBScript:x', ' href="a.svg"', "xlink:href = 'https://example.org'"],
  ...[
    ' href="data:text/html;base64,x"',
    ' href="data:image/svg+xml;base64,x"',
    '@IMPORT "x"',
    'url(//example.org)',
    'url( "https://example.org")',
    'url( //example.org)',
    " href = ' https://example.org",
  ],
  ...['<!ENTITY a "b">', '<!ATTLIST svg onload CDATA "x">'],
])('refuses a drawing with %j', (inside) => {
  const [lower, upper] = ['quai.svg', 'quai.SVG'].map((name) => drawing(inside, name)?.found ?? 'nothing');
  expect([inside.includes(`${lower}`), upper]).toEqual([true, lower]);
});

it.each([
  '<scripts/>',
  '<text>Une location = un an</text>',
  ' href="#voie"',
  ' href=" #voie"',
  ...['png', 'jpeg', 'gif', 'webp'].map((kind) => ` href="data:image/${kind};base64,x"`),
  ' href=""',
  'fill="url(#voie)"',
])('accepts a drawing with %j', (inside) => expect(drawing(inside)).toBeNull());

it('quotes the start of what it refuses, and finds a drawing within its first 4096 characters', () => {
  expect(drawing(` on${'x'.repeat(60)}="1"`)).toEqual({ found: `on${'x'.repeat(28)}` });
  const behind = (length: number) => pictureFault(files(`${' '.repeat(length - 4)}<svg></svg>`), 'quai.svg');
  expect([behind(4096), behind(4097)]).toEqual([null, {}]);
  expect([pictureFault(files(' \n<p>'), 'quai.jpg'), pictureFault(files(' \nx<p>'), 'quai.jpg')]).toEqual([{}, null]);
});
