/**
 * Takes the place of the parts of archiver that look for files or write tar when the program is bundled: its zips are made of what
 * is at hand, and each of those parts would be loaded at each start.
 */
class Unused {
  constructor() {
    throw new Error('This part of archiver is not in the program.');
  }
}

export const Readable = Unused;
export const ReaddirGlob = Unused;
// Archiver imports these by default.
export default { ReaddirGlob: Unused, pack: Unused };
