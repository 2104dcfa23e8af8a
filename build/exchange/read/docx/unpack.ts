import { unzipSync, zipSync } from 'fflate';

/** Bytes that all files of a Word document may have when unpacked, and those of one. */
const MOST = 256 * 1024 * 1024;
const LARGEST = 64 * 1024 * 1024;
const MOST_FILES = 5000;
/** Bytes of content for one byte of the zip. */
const RATIO = 400;

/** Files that the conversion reads. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/|word\/|docProps\/core\.xml)/;

/**
 * Unpacks a Word document within limits, and packs it again without compression: a zip that swells never reaches the conversion.
 * @returns a key of the strings if it can't be read
 */
export function unpackDocx(bytes: Uint8Array): Uint8Array | string {
  let all = 0;
  let count = 0;
  let isBomb = false;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize, size }) {
        count++;
        all += originalSize;
        if (originalSize > LARGEST || all > MOST || count > MOST_FILES || originalSize > RATIO * Math.max(size, 1024)) isBomb = true;
        return !isBomb && NEEDED.test(name) && !name.includes('..');
      },
    });
    if (isBomb) return 'file.bomb';
    if (!files['word/document.xml']) return 'file.not-docx';
    const texts = Object.entries(files).filter(([name]) => /\.(?:xml|rels)$/i.test(name));
    const hasDoctype = texts.some(([, content]) => /<!DOCTYPE|<!ENTITY/i.test(new TextDecoder().decode(content)));
    return hasDoctype ? 'file.doctype' : zipSync(files, { level: 0 });
  } catch {
    return 'file.damaged';
  }
}
