import { bytesIn, filesIn, isZip } from '../../results/read/zip.ts';
import type { PackageFiles } from '../model.ts';

/** Opens a zip in memory. Nothing is unpacked to a disk. @returns undefined if it is no zip, or a broken one */
export function zipFiles(bytes: Uint8Array): PackageFiles | undefined {
  if (!isZip(bytes)) return undefined;
  try {
    return { sizes: filesIn(bytes), read: (name) => bytesIn(bytes, name) };
  } catch {
    return undefined;
  }
}
