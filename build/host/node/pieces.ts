import { readFileSync } from 'node:fs';
import { join } from 'pathe';
import type { Target } from '../../../src/model/course/course.ts';
import type { PieceIndex, Pieces, SchemaFile } from '../engine.ts';
import { schemaFiles } from './schemas.ts';

type Edition = Exclude<Target, 'web'>;

/** The pieces of a built program, each read when it is first needed. */
export class NodePieces implements Pieces {
  private readonly root: string;
  private readonly folder: string;
  private read: PieceIndex | undefined;
  private readonly files = new Map<string, Uint8Array>();
  private readonly editions = new Map<Edition, readonly SchemaFile[]>();

  /**
   * @param root folder of Cartable itself
   * @param folder of the pieces, written by the program's build
   */
  constructor(root: string, folder: string) {
    this.root = root;
    this.folder = folder;
  }

  get index(): PieceIndex {
    this.read ??= JSON.parse(readFileSync(join(this.folder, 'index.json'), 'utf8')) as PieceIndex;
    return this.read;
  }

  file(name: string): Uint8Array {
    const bytes = this.files.get(name) ?? readFileSync(join(this.folder, name));
    this.files.set(name, bytes);
    return bytes;
  }

  schemas(target: Edition): readonly SchemaFile[] {
    const files = this.editions.get(target) ?? schemaFiles(target, this.root);
    this.editions.set(target, files);
    return files;
  }
}
