import { endingOf } from './media-file.ts';

/** Largest width and height of a picture, in pixels. */
const LARGEST = 1600;

/** Size (bytes) up to which a picture of acceptable dimensions stays as it is. */
const LIGHT = 300 * 1024;

const QUALITY = 0.82;

/** A picture as it goes into the course. */
export interface Shrunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ending: string;
  /** In pixels; 0 for drawings. */
  readonly width: number;
  readonly isSmaller: boolean;
}

/** Computes the size that a picture gets. */
export function sizeFor(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LARGEST / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Draws a picture at a size, as WebP. Null: this browser can't write WebP. */
async function drawn(picture: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY));
  return blob?.type === 'image/webp' ? blob : null;
}

/**
 * Makes a photograph smaller: at most 1600 pixels, as WebP. Drawings, animations and what would not get lighter stay unchanged.
 * Data about the place and the camera are lost with the drawing.
 * @throws if the file is not a picture
 */
export async function shrink(file: File): Promise<Shrunk> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const ending = endingOf(file.name);
  if (ending === 'svg' || ending === 'gif') return { bytes, ending, width: 0, isSmaller: false };
  const picture = await createImageBitmap(file);
  const { width, height } = sizeFor(picture.width, picture.height);
  const same: Shrunk = { bytes, ending, width: picture.width, isSmaller: false };
  if (width === picture.width && bytes.length <= LIGHT) return same;
  const blob = await drawn(picture, width, height);
  if (!blob || blob.size >= bytes.length) return same;
  return { bytes: new Uint8Array(await blob.arrayBuffer()), ending: 'webp', width, isSmaller: true };
}
