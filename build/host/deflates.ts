import type { Entry } from './host.ts';

const PACKED_ALREADY = /\.(?:avif|docx|gif|jpe?g|m4a|mp3|mp4|odt|ogg|pdf|png|pptx|webm|webp|woff2?|xlsx|zip)$/;
const TEXT = /\.(?:css|csv|html|js|json|md|svg|txt|vtt|xml)$/;

/** Tests whether an entry should be deflated. A file of the course is media unless its name is that of a text. */
export function deflates(entry: Entry): boolean {
  return 'path' in entry ? TEXT.test(entry.name) : !PACKED_ALREADY.test(entry.name);
}
