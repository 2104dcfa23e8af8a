import { describe, expect, test } from 'vitest';
import { binaryFault, isZip, textKind } from '../../../build/exchange/read/detect.ts';

const bytes = (...list: readonly number[]): Uint8Array => Uint8Array.from(list);
const text = (words: string): Uint8Array => Buffer.from(words);

describe('a file that is no text', () => {
  test.each<[string, Uint8Array, string | undefined]>([
    ['nothing', bytes(), 'file.empty'],
    ['a zip', bytes(0x50, 0x4b, 3, 4, 9), 'file.zip'],
    ['an old Word file', bytes(0xd0, 0xcf, 0x11, 0xe0), 'file.old-word'],
    ['a PDF', text('%PDF-1.7'), 'file.pdf'],
    ['a text', text('Où ?\n\tIci.\r\n'), undefined],
    ['UTF-16', Buffer.from('Bonjour le monde', 'utf16le'), undefined],
    ['UTF-16, the other way round', Buffer.from('Bonjour le monde', 'utf16le').swap16(), undefined],
    ['UTF-16 with a mark', bytes(0xff, 0xfe, 0x42, 0x01, 0x03, 0x01), undefined],
    ['UTF-16 with the other mark', bytes(0xfe, 0xff, 0x01, 0x42, 0x01, 0x03), undefined],
    ['control characters', bytes(65, 1, 2, 3, 65), 'file.binary'],
    ['zeros', new Uint8Array(100), 'file.binary'],
    ['2 % of controls', bytes(1, ...Array<number>(49).fill(65)), undefined],
    ...[9, 13, 32].map((code): [string, Uint8Array, undefined] => [`the sign ${code}`, bytes(code, 65), undefined]),
    ...[8, 14].map((code): [string, Uint8Array, string] => [`the control ${code}`, bytes(code, 65), 'file.binary']),
    ['more than 2 % of controls', bytes(31, ...Array<number>(48).fill(65)), 'file.binary'],
  ])('%s', (_, file, fault) => {
    expect(binaryFault(file)).toBe(fault);
  });

  test('a zip is seen by its first bytes', () => {
    expect([isZip(bytes(0x50, 0x4b, 3, 4)), isZip(bytes(0x50, 0x4b, 3)), isZip(text('PK'))]).toEqual([true, false, false]);
  });

  test('only the start of a long file is looked at', () => {
    const long = new Uint8Array(8192).fill(65);
    long.fill(1, 4096);
    expect(binaryFault(long)).toBeUndefined();
  });
});

/** A hundred bytes: zeros in even places, then in odd ones, then letters. */
const withZeros = (even: number, odd: number): Uint8Array =>
  Uint8Array.from({ length: 100 }, (_, at) => (at >> 1 < (at % 2 === 0 ? even : odd) ? 0 : 65));

test.each([
  [16, 0, undefined],
  [15, 0, 'file.binary'],
  [16, 1, 'file.binary'],
  [0, 16, undefined],
])('of a hundred bytes, %i zeros in even places and %i in odd ones: %s', (even, odd, fault) => {
  expect(binaryFault(withZeros(even, odd))).toBe(fault);
});

test('the kind is looked for in the first 200,000 characters', () => {
  const found = (text: string): unknown => Object.values(textKind(text, 'a.txt'))[0];
  const gift = (before: number): unknown => found(`${'x'.repeat(before)}{=a}`);
  expect([gift(199_996), gift(199_997)]).toEqual(['gift', 'file.unknown']);
  const aiken = (before: number): unknown => found(`${'x'.repeat(before - 1)}\nA. Ici\nANSWER:`);
  expect([aiken(199_986), aiken(199_987)]).toEqual(['aiken', 'file.unknown']);
});

const AIKEN = 'Où ?\nA. Ici\nB. Là\nANSWER: A\n';

test.each<[string, string, string]>([
  ['a.xml', '<?xml version="1.0"?><quiz></quiz>', 'moodle-xml'],
  ['a.txt', '\ufeff  <quiz ></quiz>', 'moodle-xml'],
  ['a.gift', '<?xml version="1.0"?><quiz></quiz>', 'file.is-xml'],
  ['a.MD', '<quiz>', 'file.is-xml'],
  ['a.xml', '<?xml version="1.0"?><html></html>', 'file.is-html'],
  ['a.html', '<!DOCTYPE html><p>', 'file.is-html'],
  ['a.xml', '<?xml version="1.0"?><manifest/>', 'file.no-quiz'],
  ['a.xml', 'Où ?', 'file.not-xml'],
  ['a.docx', 'Où ?', 'file.not-docx'],
  ['a.gift', 'Où ?', 'gift'],
  ['a.aiken', 'Où ?', 'aiken'],
  ['a.md', 'Où ?{=a}', 'markdown'],
  ['a.markdown', AIKEN, 'markdown'],
  ['a.txt', AIKEN, 'aiken'],
  ['a', AIKEN.replaceAll('\n', '\r\n'), 'aiken'],
  ['a', AIKEN.replaceAll('\n', '\r'), 'aiken'],
  ['a.txt', AIKEN.trim(), 'aiken'],
  ['a.txt', `A. Ici\n${'et\n'.repeat(40)}ANSWER: A`, 'aiken'],
  ['a.txt', `A. Ici\n${'et\n'.repeat(41)}ANSWER: A`, 'file.unknown'],
  ['a.txt', 'Où ? {=Ici ~Là}', 'gift'],
  ['a.txt', '::Titre:: Où ?', 'gift'],
  ['a.txt', '$CATEGORY: dépôt', 'gift'],
  ['a.txt', 'Un \\{mot}', 'file.unknown'],
  ['a.txt', 'Bonjour.', 'file.unknown'],
  ['a.markdown', '<?xml version="1.0"?>', 'file.is-xml'],
  ['a.aiken', '<!doctype html>', 'file.is-xml'],
  ['a.md.xml', '<?XML version="1.0"?><QUIZ>', 'moodle-xml'],
  ['a.xml', '<?xml version="1.0"?><quizzes>', 'file.no-quiz'],
  ['a.xml', `<?xml version="1.0"?>${' '.repeat(279)}<html>`, 'file.no-quiz'],
  ['a.xml', `<?xml version="1.0"?>${' '.repeat(274)}<HTML>`, 'file.is-html'],
  ['gift', 'Bonjour.', 'file.unknown'],
  ['a.gift.txt', 'Bonjour.', 'file.unknown'],
  ['a.txt', 'Où ?\n \t::Titre::', 'gift'],
  ['a.txt', 'Où ?\n \t$CATEGORY: a', 'gift'],
  ['a.txt', 'Où ? {\n=Ici\n}', 'gift'],
  ['a.txt', 'un :: deux $CATEGORY: a } {', 'file.unknown'],
  ['a.txt', 'Où ?\n \tZ) Ici\n \tANSWER \t: Z', 'aiken'],
  ...[
    'a. Ici\nANSWER: A',
    'A.Ici\nANSWER: A',
    'A. \nANSWER: A',
    'A. Ici\nVoir ANSWER: A',
    'A. Ici\nAnswer: A',
    'Voir A. Ici\nANSWER: A',
  ].map((content): [string, string, string] => ['a.txt', content, 'file.unknown']),
])('%s with “%s” is %s', (name, content, expected) => {
  const found = textKind(content, name);
  expect('kind' in found ? found.kind : found.fault).toBe(expected);
});
