import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A new repository has nothing but this. */
const REPOSITORY = '.git';

/**
 * Explains why a folder can't be used; '' if it is missing or empty.
 * @param {string} path
 * @returns {'' | 'notEmpty' | 'notFolder'}
 */
export function refusal(path) {
  if (!existsSync(path)) return '';
  if (!statSync(path).isDirectory()) return 'notFolder';
  return readdirSync(path).some((name) => name !== REPOSITORY) ? 'notEmpty' : '';
}

/** Most attempts to rename on Windows, where a virus scanner may hold a new file, and the time between two, in milliseconds. */
const ATTEMPTS = 10;
const PAUSE = 200;

/**
 * @param {string} from
 * @param {string} to
 */
async function rename(from, to) {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return renameSync(from, to);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (process.platform !== 'win32' || left === 0 || (code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES')) throw error;
      await setTimeout(PAUSE);
    }
  }
}

/** A folder under construction: it gets its place and name once it is complete. */
export class NewFolder {
  /** @type {string} */
  #goal;
  /** Folders above it that were missing, the innermost first. @type {string[]} */
  #above = [];
  /** @type {string} */
  path;

  /**
   * @param {string} goal
   * @throws if its parent can't be written to, or can't have a folder of this name
   */
  constructor(goal) {
    this.#goal = goal;
    for (let at = dirname(goal); !existsSync(at); at = dirname(at)) this.#above.push(at);
    // Not with `mkdtemp`, whose folders are closed to other users.
    const isThere = existsSync(goal);
    this.path = join(isThere ? goal : dirname(goal), `.cartable-${process.pid}`);
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      // A name that the disk refuses is found before an installation, which takes minutes.
      if (!isThere) {
        mkdirSync(goal);
        rmdirSync(goal);
      }
      mkdirSync(this.path);
    } catch (error) {
      this.#removeAbove();
      throw error;
    }
  }

  /** Removes the folders above it; one that somebody else has used in the meantime stays. */
  #removeAbove() {
    try {
      for (const folder of this.#above) rmdirSync(folder);
    } catch {
      // It isn't empty, or was never made.
    }
  }

  /**
   * Writes texts by path.
   * @param {ReadonlyMap<string, string>} files
   */
  write(files) {
    for (const [name, text] of files) {
      const path = join(this.path, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  /** Removes everything that was made. */
  remove() {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
    this.#removeAbove();
  }

  /** Puts it in place. @throws if it can't be; nothing is then left in the goal */
  async finish() {
    if (!existsSync(this.#goal)) return rename(this.path, this.#goal);
    /** @type {string[]} */
    const moved = [];
    try {
      for (const name of readdirSync(this.path)) {
        await rename(join(this.path, name), join(this.#goal, name));
        moved.push(name);
      }
    } catch (error) {
      for (const name of moved) renameSync(join(this.#goal, name), join(this.path, name));
      throw error;
    }
    rmSync(this.path, { recursive: true, force: true });
  }
}
