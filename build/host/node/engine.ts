import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'pathe';
import { Kit } from '../../kit/kit.ts';
import { Lines } from '../../kit/lines.ts';
import { activityTypes } from '../../types/activities.ts';
import type { Engine } from '../engine.ts';
import type { Host } from '../host.ts';
import { nodeFiles } from './files.ts';
import { NodePieces } from './pieces.ts';
import { sha256 } from './sha256.ts';
import { Sweeper } from './sweep.ts';
import { writeZip } from './zip.ts';

function versionOf(root: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return version;
}

/** Host for a disk. Leftovers of killed processes are removed from a folder before the first file is written there. */
function nodeHost(): Host {
  const sweeper = new Sweeper();
  const sweep = (path: string): void => sweeper.sweep(dirname(path));
  return {
    files: {
      ...nodeFiles,
      write: (path, content) => {
        sweep(path);
        nodeFiles.write(path, content);
      },
      writeTogether: (files) => {
        for (const { path } of files) sweep(path);
        nodeFiles.writeTogether(files);
      },
    },
    shown: (path) => relative(process.cwd(), path) || path,
    sha256,
    writeZip: (path, entries, beside) => {
      sweep(path);
      return writeZip(path, entries, beside);
    },
  };
}

/**
 * Makes an engine for Node and a disk.
 * @param root folder of Cartable itself
 * @param folder of the built program
 */
export function nodeEngine(root: string, folder: string): Engine {
  const pieces = new NodePieces(root, join(folder, 'pieces'));
  return {
    host: nodeHost(),
    types: activityTypes,
    pieces,
    kit: new Kit((piece) => new Lines(pieces.file(piece))),
    version: versionOf(root),
    stamp: readFileSync(join(folder, 'made'), 'utf8'),
  };
}
