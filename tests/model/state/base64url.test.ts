import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../../src/model/state/base64url.ts';

test('any bytes come back, from characters that every LMS accepts', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(text)).toEqual(bytes);
    }),
  );
});

test('each character that differs from base64, more than once', () => {
  const bytes = Uint8Array.from([0xfb, 0xff, 0xbf, 0xfb, 0xff, 0xbf, 0xfb]);
  expect(toBase64url(bytes)).toBe('-_-_-_-_-w');
  expect(fromBase64url('-_-_-_-_-w')).toEqual(bytes);
});

test('other characters are an error', () => {
  expect(() => fromBase64url('a*b')).toThrow();
});
