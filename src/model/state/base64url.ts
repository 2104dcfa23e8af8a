// Browsers and Node both have these functions; the pure TypeScript project has no types for either.
declare function btoa(bytes: string): string;
declare function atob(text: string): string;

/** Encodes each three bytes as four characters, without padding. All are legal in every LMS's strings and URLs. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/=/g, '').replace(/\+/g, '-').replace(/\//g, '_');
}

/**
 * Inverse of `toBase64url`.
 * @throws if a character isn't in its alphabet
 */
export function fromBase64url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (byte) => byte.charCodeAt(0));
}
