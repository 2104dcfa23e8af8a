/** Room for a text while it is written; it grows with the longest and is used again. */
let room = Buffer.alloc(0);

/** A character takes three bytes at most, a pair of surrogates four. */
const MOST_BYTES = 3;

/**
 * One Buffer of pieces of text, without the string of all of them. The pieces are gone through once: to ask for their length in
 * bytes takes as long as to write them.
 */
export function utf8(pieces: readonly string[]): Buffer {
  const most = MOST_BYTES * pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (room.length < most) room = Buffer.allocUnsafeSlow(most);
  let end = 0;
  for (const piece of pieces) end += room.write(piece, end);
  const bytes = Buffer.allocUnsafeSlow(end);
  room.copy(bytes, 0, 0, end);
  return bytes;
}
