import { parseHtml } from '../../html/parse.ts';
import { blocks, line } from '../../html/to-markdown.ts';
import type { Piece } from '../../model.ts';
import type { Reading } from '../reading.ts';
import { entriesOf } from './entries.ts';
import { questionAt } from './questions.ts';
import { unpackDocx } from './unpack.ts';

/** Styles that answers are marked with. */
const STYLES = ['u => u', 'highlight => mark', "p[style-name='Title'] => h1.document-title:fresh", "p[style-name='Subtitle'] => p:fresh"];

interface Converted {
  readonly html: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly styles: readonly string[];
}

async function convert(zip: Uint8Array): Promise<Converted> {
  const { default: mammoth } = await import('mammoth');
  const files = new Map<string, Uint8Array>();
  const convertImage = mammoth.images.imgElement(async (image) => {
    const name = `image-${files.size + 1}`;
    files.set(name, new Uint8Array(await image.readAsArrayBuffer()));
    return { src: name };
  });
  // Node's version of the library reads `buffer`, the browser's `arrayBuffer`.
  const input = { arrayBuffer: zip.slice().buffer as ArrayBuffer, buffer: zip } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const { value, messages } = await mammoth.convertToHtml(input, { convertImage, styleMap: STYLES, includeDefaultStyleMap: true });
  return { html: value, files, styles: [...new Set(messages.flatMap(({ message }) => styleIn(message) ?? []))] };
}

/** Finds the name of an unknown style in a message of the conversion, or its id if the document defines no such style. */
function styleIn(message: string): string | undefined {
  const [, name, id] = / style: '(.*)' \(Style ID: (.*)\)$/.exec(message) ?? [];
  return name === 'null' ? id : name;
}

/**
 * Reads a Word document. Lines of remarks are numbers of paragraphs, because Word has no lines.
 * @returns a key of the strings if it can't be read
 */
export async function readDocx(bytes: Uint8Array, reading: Reading): Promise<Piece[] | string> {
  const zip = unpackDocx(bytes);
  if (typeof zip === 'string') return zip;
  let converted: Converted;
  try {
    converted = await convert(zip);
  } catch {
    return 'file.damaged';
  }
  if (converted.styles.length > 0) reading.remark('note', 'docx.styles', 0, { styles: converted.styles.join(', ') });
  for (const [name, content] of converted.files) reading.files.set(name, content);
  const entries = entriesOf(parseHtml(converted.html));
  const pieces: Piece[] = [];
  for (let at = 0; at < entries.length; ) {
    const number = at + 1;
    const found = questionAt(entries, at, number, reading);
    if (found) pieces.push(found.piece);
    else pieces.push(...plainPiece(entries[at] as (typeof entries)[number], number, reading));
    at += found?.count ?? 1;
  }
  return pieces;
}

function plainPiece(entry: ReturnType<typeof entriesOf>[number], number: number, reading: Reading): Piece[] {
  if (entry.kind === 'heading') {
    const text = line(entry.node.children, reading.context(number, true));
    return text === '' ? [] : [{ kind: 'heading', level: entry.level, text, line: number }];
  }
  if (entry.kind === 'text' && /\?\s*$/.test(entry.text))
    reading.remark('note', 'docx.question', number, { text: entry.text.slice(0, 120) });
  const text = blocks([entry.node], reading.context(number, false)).join('\n\n');
  return text === '' ? [] : [{ kind: 'prose', text, line: number }];
}
