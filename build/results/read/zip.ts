import { unzipSync } from 'fflate';

/** Largest unpacked size of one file of a workbook or package that is read, in bytes: a bomb is refused before it is unpacked. */
const LARGEST = 128 * 1024 * 1024;

/** Tests whether a file is a zip, by its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Lists the files in a zip with their unpacked sizes in bytes. @throws if it is broken or would unpack to more than the limit */
export function filesIn(bytes: Uint8Array): ReadonlyMap<string, number> {
  const files = new Map<string, number>();
  let all = 0;
  unzipSync(bytes, {
    filter({ name, originalSize }) {
      files.set(name, originalSize);
      if (/\.xml$/i.test(name)) all += originalSize;
      return false;
    },
  });
  if (all > LARGEST) throw new RangeError('too large');
  return files;
}

/** Lists the names in a zip. @throws if it is broken or would unpack to more than the limit */
export function namesIn(bytes: Uint8Array): string[] {
  return [...filesIn(bytes).keys()];
}

/** Reads one file of a zip; undefined if it has none of this name, or a larger one than the limit. @throws if the zip is broken */
export function bytesIn(bytes: Uint8Array, wanted: string): Uint8Array | undefined {
  return unzipSync(bytes, { filter: ({ name, originalSize }) => name === wanted && originalSize <= LARGEST })[wanted];
}

/** Reads one file of a zip as UTF-8; undefined if it has none of this name. @throws if the zip is broken */
export function textIn(bytes: Uint8Array, wanted: string): string | undefined {
  const found = bytesIn(bytes, wanted);
  return found && new TextDecoder().decode(found);
}
