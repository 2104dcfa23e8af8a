import { clothesColours, type Face, hair, hairColours, skinTones, wordsOf } from './features.ts';
import { readKitPath } from './kit-path.ts';
import type { Drawings } from './lines.ts';

/** A picture of the kit, as a package contains it. */
export interface KitPicture {
  /** Path in the package. */
  readonly name: string;
  readonly data: Uint8Array;
  /** Piece that it was drawn from. The package includes the licence of this piece. */
  readonly piece: 'pictograms.txt' | 'portraits.txt';
}

function svg(viewBox: string, body: string): Uint8Array {
  return new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" fill="none">${body}</svg>\n`);
}

/** The pictograms and portraits that a course may use. Their pieces are read only when they are needed. */
export class Kit {
  private readonly read: (piece: KitPicture['piece']) => Drawings;
  private readonly opened = new Map<string, Drawings>();

  /** @param read returns the drawings of a piece of the program */
  constructor(read: (piece: KitPicture['piece']) => Drawings) {
    this.read = read;
  }

  /** Names of all pictograms, sorted. */
  get pictograms(): readonly string[] {
    return this.open('pictograms.txt').names;
  }

  hasPictogram(name: string): boolean {
    return this.open('pictograms.txt').find(name) !== undefined;
  }

  /** Tests whether this hair can have a colour. The other kinds are drawn in black lines. */
  hasHairColour(word: Face['hair']): boolean {
    return this.part(`hair.${word}`).includes('{hair}');
  }

  /** Names of the hair that can have a colour. */
  get colouredHair(): readonly Face['hair'][] {
    return wordsOf(hair).filter((word) => this.hasHairColour(word));
  }

  /** Draws the picture for a path from `pictogramPath` or `portraitPath`. @throws if the kit has no such drawing */
  draw(path: string): KitPicture {
    const { name, face } = readKitPath(path);
    const file = `kit/${name}.svg`;
    if (face) return { name: file, data: this.portrait(face), piece: 'portraits.txt' };
    const body = this.open('pictograms.txt').find(name);
    if (body === undefined) throw new Error(`The kit has no pictogram "${name}".`);
    return { name: file, data: svg('0 0 32 32', body), piece: 'pictograms.txt' };
  }

  private portrait(face: Face): Uint8Array {
    const { expression, glasses, beard, skin, clothes } = face;
    const names = ['body', `hair.${face.hair}`, `expression.${expression}`, `beard.${beard}`, `glasses.${glasses}`];
    const parts = names.map((name) => this.part(name));
    const colours = { skin: skinTones[skin], clothes: clothesColours[clothes], hair: hairColours[face['hair-colour']] };
    // The drawing has no space above the hair, so the view box adds a margin.
    return svg(
      '-24 -48 752 752',
      parts.join('').replace(/\{(skin|clothes|hair)\}/g, (_, key: keyof typeof colours) => colours[key]),
    );
  }

  private part(name: string): string {
    const part = this.open('portraits.txt').find(name);
    if (part === undefined) throw new Error(`The kit has no drawing "${name}".`);
    return part;
  }

  private open(piece: KitPicture['piece']): Drawings {
    const drawings = this.opened.get(piece) ?? this.read(piece);
    this.opened.set(piece, drawings);
    return drawings;
  }
}
