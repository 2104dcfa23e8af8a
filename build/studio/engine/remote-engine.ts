import { browserEngine } from '../../host/browser/engine.ts';
import type { MemoryFiles } from '../../host/browser/files.ts';
import type { Engine, PieceIndex } from '../../host/engine.ts';
import { Kit, type KitPicture } from '../../kit/kit.ts';
import { type Drawings, Lines } from '../../kit/lines.ts';
import type { ProgramAddress } from './calls.ts';
import { RemoteFiles } from './remote-files.ts';

/** Reads a file of the program that is JSON. */
type ReadJson = <Value>(name: string) => Value;

/** Makes texts that load when they are first read; reading one that its part lacks throws. @param parts the part of each text */
function textsIn(parts: PieceIndex['texts'], read: ReadJson): PieceIndex['texts'] {
  const loaded = new Map<string, Readonly<Record<string, string>>>();
  const textOf = (name: string, part: string): string => {
    const known = loaded.get(part) ?? read<Readonly<Record<string, string>>>(`texts.${part}.json`);
    loaded.set(part, known);
    const text = known[name];
    if (text === undefined) throw new Error(`texts.${part}.json has no ${name}.`);
    return text;
  };
  const texts: PieceIndex['texts'] = {};
  for (const [name, part] of Object.entries(parts)) Object.defineProperty(texts, name, { enumerable: true, get: () => textOf(name, part) });
  return texts;
}

/** Drawings in parts, sorted by name. A part is loaded when a drawing in it is first needed. */
export class RemoteDrawings implements Drawings {
  private readonly firsts: readonly string[];
  private readonly read: (part: number) => Uint8Array;
  private readonly loaded = new Map<number, Lines>();

  /** @param firsts the first name in each part */
  constructor(firsts: readonly string[], read: (part: number) => Uint8Array) {
    this.firsts = firsts;
    this.read = read;
  }

  get names(): readonly string[] {
    return this.firsts.flatMap((_, part) => this.part(part).names);
  }

  find(name: string): string | undefined {
    const part = this.firsts.findLastIndex((first) => first <= name);
    return part < 0 ? undefined : this.part(part).find(name);
  }

  private part(number: number): Lines {
    const lines = this.loaded.get(number) ?? new Lines(this.read(number));
    this.loaded.set(number, lines);
    return lines;
  }
}

/** Files that a session loads if it finds no LMS: in the preview there is one. */
const STAND_INS = ['standalone.js', 'local-api.js'];

/** Replaces what a session never loads in the preview by empty files. */
export function forPreview(engine: Engine): Engine {
  const { pieces } = engine;
  return { ...engine, pieces: { ...pieces, file: (name) => (STAND_INS.includes(name) ? new Uint8Array() : pieces.file(name)) } };
}

/** Makes an engine over the program behind an address: a course loads what it uses of it. */
export function remoteEngine(program: ProgramAddress, files: MemoryFiles): Engine {
  const engine = browserEngine({ ...program, files: new RemoteFiles(program) }, files);
  const { pieces } = engine;
  const read: ReadJson = (name) => JSON.parse(new TextDecoder().decode(pieces.file(name)));
  const drawings = (piece: KitPicture['piece']): Drawings => {
    const firsts = read<Readonly<Record<KitPicture['piece'], readonly string[]>>>('drawings.json')[piece];
    return new RemoteDrawings(firsts, (part) => pieces.file(`${piece}.${part}`));
  };
  const index = { ...pieces.index, texts: textsIn(pieces.index.texts, read) };
  return { ...engine, pieces: { ...pieces, index }, kit: new Kit(drawings) };
}
