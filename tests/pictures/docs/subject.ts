import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, root } from '../../helpers/examples-project.ts';

/** Texts that decide how a picture looks, by name. */
export type Inputs = Readonly<Record<string, string>>;

/** A picture of the documentation. What takes it is in `takers.ts`, so that a test of the inputs needs no browser. */
export interface Subject {
  /** Path below `docs/images/`. */
  readonly file: string;
  readonly lang: Language;
  /** Largest size in bytes. */
  readonly most: number;
  /** Reads the inputs. They are the same on every machine. */
  inputs(): Inputs | Promise<Inputs>;
}

/** Digest of the inputs with which each picture was taken, by file. */
export type Digests = Readonly<Record<string, string>>;

/** Folder of all pictures. */
export const imagesFolder = join(root, 'docs/images');

const record = join(imagesFolder, 'pictures.json');

/** Computes a digest of 16 hexadecimal digits. Line ends of a checkout don't count. */
export async function digestOf(subject: Subject): Promise<string> {
  const hash = createHash('sha256');
  const inputs = Object.entries(await subject.inputs()).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, text] of inputs) hash.update(`${name}\0${text.replaceAll('\r\n', '\n')}\0`);
  return hash.digest('hex').slice(0, 16);
}

/** Reads the digests of the pictures that exist. */
export function readDigests(): Digests {
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
}

export function writeDigests(digests: Digests): void {
  const sorted = Object.fromEntries(Object.entries(digests).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(record, `${JSON.stringify(sorted, null, 2)}\n`);
}
