import type { PlayMessage } from './messages.ts';
import { sortedTexts, withAddresses } from './page-text.ts';

/** MIME types of a package's files, by the end of their names. */
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  html: 'text/html',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
  pdf: 'application/pdf',
  woff2: 'font/woff2',
};

function addressOf(name: string, data: Uint8Array | string): string {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
  return URL.createObjectURL(new Blob([data as BlobPart], { type: type.startsWith('text/') ? `${type};charset=utf-8` : type }));
}

/** Gives each file an address in the page, and makes the page's markup with these. */
export function addressed(files: PlayMessage['files']): { readonly html: string; readonly addresses: ReadonlyMap<string, string> } {
  const addresses = new Map<string, string>();
  const text = (name: string): string => {
    const data = files.get(name) ?? '';
    return withAddresses(typeof data === 'string' ? data : new TextDecoder().decode(data), addresses);
  };
  const texts = sortedTexts([...files.keys()]);
  for (const [name, data] of files) if (!texts.includes(name)) addresses.set(name, addressOf(name, data));
  for (const name of texts.filter((one) => one !== 'index.html')) addresses.set(name, addressOf(name, text(name)));
  return { html: text('index.html'), addresses };
}
