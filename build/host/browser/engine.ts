import { relative } from 'pathe';
import { Kit } from '../../kit/kit.ts';
import { Lines } from '../../kit/lines.ts';
import { activityTypes } from '../../types/activities.ts';
import type { Engine, PieceIndex, Pieces } from '../engine.ts';
import type { MemoryFiles } from './files.ts';
import { sha256In } from './sha256.ts';
import { zipWriterFor } from './zip.ts';

/** Files by name; a file may be loaded when it is first read. */
export type HeldFiles = Pick<ReadonlyMap<string, Uint8Array>, 'get' | 'keys'>;

/** Files of the built program that packages are assembled from. */
export interface ProgramFiles<Files extends HeldFiles = HeldFiles> {
  /** `pieces/<file>` and `schemas/<edition>/<file>`, by these paths. */
  readonly files: Files;
  readonly version: string;
  readonly stamp: string;
}

function piecesOf({ files }: ProgramFiles): Pieces {
  const file = (name: string): Uint8Array => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`The program has no file "${name}".`);
    return bytes;
  };
  const index: PieceIndex = JSON.parse(new TextDecoder().decode(file('pieces/index.json')));
  return {
    index,
    file: (name) => file(`pieces/${name}`),
    schemas: (target) => {
      const folder = `schemas/${target}/`;
      const names = [...files.keys()].filter((name) => name.startsWith(folder)).sort();
      return names.map((name) => ({ name: name.slice(folder.length), data: file(name) }));
    },
  };
}

/** Makes an engine over files in memory, for a browser. */
export function browserEngine(program: ProgramFiles, files: MemoryFiles): Engine {
  const sha256 = sha256In(files);
  const pieces = piecesOf(program);
  return {
    host: { files, shown: (path) => relative('/', path), sha256, writeZip: zipWriterFor(files, sha256) },
    types: activityTypes,
    pieces,
    kit: new Kit((piece) => new Lines(pieces.file(piece))),
    version: program.version,
    stamp: program.stamp,
  };
}
