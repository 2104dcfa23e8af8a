// Browsers and Node both have them; the pure project knows neither.
declare function btoa(bytes: string): string;
declare function atob(text: string): string;

/** Four signs for each three bytes, no padding; all of them are legal in every LMS's strings and addresses. */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/=/g, '').replace(/\+/g, '-').replace(/\//g, '_');
}

/**
 * Inverse of `toBase64url`.
 * @throws where a sign is none of its own
 */
export function fromBase64url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (byte) => byte.charCodeAt(0));
}
