/** One step of a moving picture: a part of it that changes, as a still in WebP. */
export interface Step {
  /** Left upper corner in pixels; both are even, as the format counts in twos. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Time that it stays, in milliseconds. */
  readonly lasts: number;
  readonly still: Buffer;
}

const ANIMATED = 0x02;
const NOT_BLENDED = 0x02;

function chunk(name: string, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat(parts);
  const head = Buffer.alloc(8, name);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** Writes numbers of three bytes each. */
function threes(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(3 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUIntLE(number, 3 * index, 3);
  return bytes;
}

/** Returns the chunks of a still that hold its pixels. @throws if it isn't WebP */
function pixelsOf(still: Buffer): Buffer {
  if (still.toString('latin1', 0, 4) !== 'RIFF' || still.toString('latin1', 8, 12) !== 'WEBP') throw new Error('not WebP');
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= still.length; ) {
    const end = at + 8 + still.readUInt32LE(at + 4);
    if (/^(?:VP8 |VP8L|ALPH)$/.test(still.toString('latin1', at, at + 4))) kept.push(still.subarray(at, end + (end % 2)));
    at = end + (end % 2);
  }
  return Buffer.concat(kept);
}

/**
 * Puts steps together to a WebP that moves and begins again at its end.
 * @param size of the whole, in pixels; the first step covers it
 */
export function animatedWebp(size: { readonly width: number; readonly height: number }, steps: readonly Step[]): Buffer {
  const whole = chunk('VP8X', Buffer.from([ANIMATED, 0, 0, 0]), threes(size.width - 1, size.height - 1));
  // A white ground of four bytes, and 0 for a loop without end.
  const loop = chunk('ANIM', Buffer.from([255, 255, 255, 255, 0, 0]));
  const frames = steps.map(({ x, y, width, height, lasts, still }) =>
    chunk('ANMF', threes(x / 2, y / 2, width - 1, height - 1, Math.round(lasts)), Buffer.from([NOT_BLENDED]), pixelsOf(still)),
  );
  return chunk('RIFF', Buffer.from('WEBP'), whole, loop, ...frames);
}
