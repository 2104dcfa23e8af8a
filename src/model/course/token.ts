/** Short permanent name of a part, assigned by the lock: `a`…`z`, `aa`… Unique in its activity, never reused. */
export type Token = string;

/** Returns the token of a part by its position in the lock: 0 → `a`, 25 → `z`, 26 → `aa`. */
export function tokenAt(position: number): Token {
  let rest = position;
  let token = '';
  do {
    token = String.fromCharCode(97 + (rest % 26)) + token;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return token;
}

/** Returns the position of a token, or -1 if the text isn't one. Inverse of `tokenAt` below 18 278. */
export function tokenPosition(token: string): number {
  if (!/^[a-z]{1,3}$/.test(token)) return -1;
  let position = 0;
  for (const letter of token) position = position * 26 + letter.charCodeAt(0) - 96;
  return position - 1;
}
