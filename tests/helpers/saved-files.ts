import { vi } from 'vitest';

/** A file that a page has given to the browser to save. */
interface SavedFile {
  readonly name: string;
  readonly type: string;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  text(): Promise<string>;
}

/** Collects the files that a page saves, from now on, until all mocks are restored. */
export function savedFiles(): readonly SavedFile[] {
  const saved: SavedFile[] = [];
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob) - 1}`);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs[Number(this.href.replace('blob:', ''))];
    if (!blob) return;
    const bytes = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());
    saved.push({ name: this.download, type: blob.type, bytes, text: async () => new TextDecoder().decode(await bytes()) });
  });
  return saved;
}
