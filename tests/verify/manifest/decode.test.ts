import { expect, test } from 'vitest';
import { decodeXml } from '../../../build/verify/manifest/decode.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const wide = (text: string, isBig = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

test('XML is UTF-8 unless something else is stated', () => {
  expect(decodeXml(bytesOf('<a>é</a>'))).toEqual({ text: '<a>é</a>', encoding: 'utf-8', hasMark: false });
});

test.each([
  ['utf-8', bytesOf('\ufeff<a>é</a>')],
  ['utf-16le', wide('\ufeff<a>é</a>')],
  ['utf-16be', wide('\ufeff<a>é</a>', true)],
])('a byte order mark shows %s, and is no text', (encoding, bytes) => {
  expect(decodeXml(bytes)).toEqual({ text: '<a>é</a>', encoding, hasMark: true });
});

test('UTF-16 is seen without a mark', () => {
  expect(decodeXml(wide('<a>é</a>'))).toEqual({ text: '<a>é</a>', encoding: 'utf-16le', hasMark: false });
  expect(decodeXml(wide('<a>é</a>', true))).toEqual({ text: '<a>é</a>', encoding: 'utf-16be', hasMark: false });
});

test.each(['<?xml version="1.0" encoding="ISO-8859-1"?>', "<?xml version='1.0' encoding = 'iso-8859-1' ?>"])(
  'the declaration names it: %s',
  (head) => {
    const decoded = decodeXml(Buffer.from(`${head}<a>é</a>`, 'latin1'));
    expect([decoded?.encoding, decoded?.text.endsWith('<a>é</a>')]).toEqual(['iso-8859-1', true]);
  },
);

test('only a declaration at the very start counts', () => {
  expect(decodeXml(bytesOf(' <?xml version="1.0" encoding="latin1"?><a>é</a>'))?.encoding).toBe('utf-8');
});

test('bytes of another encoding, and an unknown one, are nothing', () => {
  expect(decodeXml(Buffer.from('<a>é</a>', 'latin1'))).toBeNull();
  expect(decodeXml(bytesOf('<?xml version="1.0" encoding="klingon"?><a/>'))).toBeNull();
});

test.each([
  ['utf-16le', [0xff, 0x3c, 0x61, 0x00]],
  ['utf-16be', [0xfe, 0x3c, 0x00, 0x61]],
])('half a byte order mark shows no %s', (_, bytes) => {
  expect(decodeXml(Uint8Array.from(bytes))).toBeNull();
});

test('a letter whose bytes begin as a mark does is text', () => {
  expect(decodeXml(bytesOf('\ufec0'))).toEqual({ text: '\ufec0', encoding: 'utf-8', hasMark: false });
});

test('an encoding without a name is none', () => {
  expect(decodeXml(bytesOf('<?xml version="1.0" encoding=""?><a/>'))?.encoding).toBe('utf-8');
});

test('the declaration is looked for in the first 200 bytes', () => {
  const naming = (length: number): Uint8Array =>
    Buffer.from(`${'<?xml version="1.0"'.padEnd(length - 18)} encoding="latin1"?><a>é</a>`, 'latin1');
  expect([decodeXml(naming(200))?.encoding, decodeXml(naming(201))]).toEqual(['latin1', null]);
});

test('line ends are those of XML', () => {
  expect(decodeXml(bytesOf('<a>\r\n\r\n</a>'))?.text).toBe('<a>\n\n</a>');
  expect(decodeXml(bytesOf('<a>\r\r\n\n</a>'))?.text).toBe('<a>\n\n\n</a>');
});
