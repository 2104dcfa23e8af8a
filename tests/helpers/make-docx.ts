import { strToU8, zipSync } from 'fflate';

/** A paragraph of a Word document, or a table of texts. */
export type DocxPart =
  | string
  | {
      readonly text: string;
      /** `heading 1`, `Title`. */
      readonly style?: string;
      /** Level of the list, from 0; `isNumbered` for numbers. */
      readonly level?: number;
      readonly isNumbered?: boolean;
      readonly isBold?: boolean;
      readonly isHighlighted?: boolean;
      readonly isUnderlined?: boolean;
      /** Content of a picture in the paragraph. */
      readonly picture?: Uint8Array;
    }
  | { readonly rows: readonly (readonly string[])[] };

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

function drawing(number: number): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="${number}" name="Picture"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="pic${number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

function paragraph(part: Exclude<DocxPart, string | { rows: unknown }>, pictures: Uint8Array[]): string {
  const style = part.style ? `<w:pStyle w:val="${part.style.replace(/ /g, '')}"/>` : '';
  const list =
    part.level === undefined ? '' : `<w:numPr><w:ilvl w:val="${part.level}"/><w:numId w:val="${part.isNumbered ? 2 : 1}"/></w:numPr>`;
  const highlight = part.isHighlighted ? '<w:highlight w:val="yellow"/>' : '';
  const look = `${part.isBold ? '<w:b/>' : ''}${highlight}${part.isUnderlined ? '<w:u w:val="single"/>' : ''}`;
  if (part.picture) pictures.push(part.picture);
  const image = part.picture ? drawing(pictures.length) : '';
  return `<w:p><w:pPr>${style}${list}</w:pPr>${run(part.text, look)}${image}</w:p>`;
}

function body(part: DocxPart, pictures: Uint8Array[]): string {
  if (typeof part === 'string') return paragraph({ text: part }, pictures);
  if (!('rows' in part)) return paragraph(part, pictures);
  const cell = (text: string): string => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
  return `<w:tbl>${part.rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const LEVELS = (format: string): string =>
  [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('');

/** Zips a Word document of some paragraphs. @param more further files of the zip, or others in place of its own */
export function makeDocx(parts: readonly DocxPart[], more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const pictures: Uint8Array[] = [];
  const content = parts.map((part) => body(part, pictures)).join('');
  const styles = ['heading 1', 'heading 2', 'heading 3', 'Title', 'Encadré'].map(
    (name) => `<w:style w:type="paragraph" w:styleId="${name.replace(/ /g, '')}"><w:name w:val="${name}"/></w:style>`,
  );
  const relations = pictures.map(
    (_, index) => `<Relationship Id="pic${index + 1}" Type="${RELATION}/image" Target="media/image${index + 1}.bin"/>`,
  );
  const texts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${RELATION}/styles" Target="styles.xml"/><Relationship Id="n" Type="${RELATION}/numbering" Target="numbering.xml"/>${relations.join('')}</Relationships>`,
    'word/styles.xml': `${HEAD}<w:styles ${NAMES}>${styles.join('')}</w:styles>`,
    'word/numbering.xml': `${HEAD}<w:numbering ${NAMES}><w:abstractNum w:abstractNumId="1">${LEVELS('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${LEVELS('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    'word/document.xml': `${HEAD}<w:document ${NAMES}><w:body>${content}</w:body></w:document>`,
  };
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
  const media = Object.fromEntries(pictures.map((bytes, index) => [`word/media/image${index + 1}.bin`, bytes]));
  return zipSync({ ...files, ...media, ...more });
}
