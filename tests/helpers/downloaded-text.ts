import { text } from 'node:stream/consumers';
import type { Download } from 'playwright-core';

/** Reads a text that the page saved. The browser is another process's: its files have no path here. */
export async function downloadedText(download: Download): Promise<string> {
  return text(await download.createReadStream());
}
