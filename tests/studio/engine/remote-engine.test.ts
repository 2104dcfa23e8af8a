import { afterEach, expect, test, vi } from 'vitest';
import { MemoryFiles } from '../../../build/host/browser/files.ts';
import { portraitPath } from '../../../build/kit/kit-path.ts';
import { forPreview, RemoteDrawings, remoteEngine } from '../../../build/studio/engine/remote-engine.ts';
import { studioProgram } from '../../../build/toolchain/studio-program.ts';
import { engine } from '../../helpers/engine.ts';
import { root } from '../../helpers/examples-project.ts';
import { DiskRequest } from '../../helpers/studio-course.ts';

const names = [...studioProgram(root).keys()];
const program = { folder: '/program', names, version: '0', stamp: 'tests' };

/** Names of what was loaded, in order. */
let loaded: string[] = [];

class CountedRequest extends DiskRequest {
  override open(method: string, path: string): void {
    loaded.push(path.replace('/program/pieces/', ''));
    super.open(method, path);
  }
}

/** Opens the program as the studio does. */
function opened(): ReturnType<typeof remoteEngine> {
  loaded = [];
  vi.stubGlobal('XMLHttpRequest', CountedRequest);
  return remoteEngine(program, new MemoryFiles());
}

afterEach(() => vi.unstubAllGlobals());

test('each text and each drawing is the one that Node reads', () => {
  const { pieces, kit } = opened();
  expect({ ...pieces.index, texts: { ...pieces.index.texts } }).toEqual(engine.pieces.index);
  expect(kit.pictograms).toEqual(engine.kit.pictograms);
  const face = { hair: 'bun', expression: 'happy', glasses: 'round', beard: 'none', skin: 'dark', clothes: 'blue', 'hair-colour': 'grey' };
  const path = portraitPath('nadia', face as Parameters<typeof portraitPath>[1]);
  expect(kit.draw(path)).toEqual(engine.kit.draw(path));
  for (const name of [kit.pictograms[0], 'light-bulb', kit.pictograms.at(-1)]) expect(kit.hasPictogram(name ?? '')).toBe(true);
  for (const name of ['', '0', 'light', 'zzzz']) expect(kit.hasPictogram(name)).toBe(false);
});

test('a type, and a drawing, load a part of what there is', () => {
  const { pieces, kit } = opened();
  expect(loaded).toEqual(['index.json']);
  const parse = vi.spyOn(JSON, 'parse');
  void [pieces.index.texts['type.choice.js'], pieces.index.texts['type.choice.css']];
  expect(parse).toHaveBeenCalledTimes(1);
  parse.mockRestore();
  expect(loaded.splice(1)).toEqual(['texts.choice.json']);
  kit.hasPictogram('light-bulb');
  expect(loaded.splice(1)).toEqual(['drawings.json', expect.stringMatching(/^pictograms\.txt\.\d+$/)]);
});

test('a session in the preview loads nothing that stands in for an LMS, and all the rest', () => {
  const whole = opened();
  const { pieces, ...others } = forPreview(whole);
  for (const name of ['standalone.js', 'local-api.js'])
    expect([name, whole.pieces.file(name).length > 0, pieces.file(name)]).toEqual([name, true, new Uint8Array()]);
  expect(pieces.file('editorial.woff2')).toEqual(whole.pieces.file('editorial.woff2'));
  expect([pieces.index, others.kit, others.types]).toEqual([whole.pieces.index, whole.kit, whole.types]);
});

test('the program has its version and its stamp', () => {
  expect(opened()).toMatchObject({ version: '0', stamp: 'tests' });
});

test('a drawing is looked for in the part that begins before it', () => {
  const parts = ['bread\tB\ncake\tC\n', 'oven\tO\n'];
  const read: number[] = [];
  const drawings = new RemoteDrawings(['bread', 'oven'], (part) => {
    read.push(part);
    return new TextEncoder().encode(parts[part]);
  });
  expect([drawings.find('cake'), drawings.find('apple'), read]).toEqual(['C', undefined, [0]]);
  expect([drawings.find('oven'), drawings.find('cake'), drawings.names, read]).toEqual(['O', 'C', ['bread', 'cake', 'oven'], [0, 1]]);
});

test('a text that its part lacks is an error, and no empty text', () => {
  class EmptyParts extends DiskRequest {
    override send(): void {
      super.send();
      if (loaded.at(-1)?.startsWith('texts.')) this.response = new TextEncoder().encode('{}').buffer;
    }
    override open(method: string, path: string): void {
      loaded.push(path.replace('/program/pieces/', ''));
      super.open(method, path);
    }
  }
  vi.stubGlobal('XMLHttpRequest', EmptyParts);
  const { pieces } = remoteEngine(program, new MemoryFiles());
  expect(() => pieces.index.texts['type.choice.js']).toThrow('type.choice.js');
});
