import { XMLParser } from 'fast-xml-parser';
import readExcel from 'read-excel-file/universal';
import type { Table } from '../model.ts';
import { textIn } from './zip.ts';

/** Cells after which repeated empty ones are not written out: spreadsheets repeat one to the end of the sheet. */
const WIDEST = 4096;

/** Reads the first sheet of an .xlsx. @throws if it is broken */
export async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const [sheet] = await readExcel(new Blob([new Uint8Array(bytes)]), { trim: false });
  return (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

type Xml = Readonly<Record<string, unknown>>;

function listOf(node: unknown): readonly Xml[] {
  return Array.isArray(node) ? (node as Xml[]) : [];
}

/** Joins the text inside an element. Paragraphs and breaks become line ends. */
function textOf(nodes: readonly Xml[]): string {
  return nodes
    .map((node) => {
      if ('#text' in node) return String(node['#text']);
      const [name = ''] = Object.keys(node);
      if (name === 'text:s') return ' ';
      if (name === 'text:line-break') return '\n';
      return textOf(listOf(node[name]));
    })
    .join('');
}

function attributeOf(node: Xml, name: string): string {
  const attributes = node[':@'] as Readonly<Record<string, unknown>> | undefined;
  return String(attributes?.[name] ?? '');
}

function cellsOf(row: readonly Xml[]): string[] {
  const cells = row.flatMap((node) => {
    const inner = node['table:table-cell'] ?? node['table:covered-table-cell'];
    if (inner === undefined) return [];
    const paragraphs = listOf(inner).flatMap((child) => ('text:p' in child ? [textOf([child])] : []));
    const text = paragraphs.join('\n');
    const times = Math.min(WIDEST, Number(attributeOf(node, 'table:number-columns-repeated')) || 1);
    return Array.from({ length: times }, () => text);
  });
  return cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
}

function childrenOf(nodes: readonly Xml[], ...path: readonly string[]): readonly Xml[] {
  return path.reduce<readonly Xml[]>((inside, name) => listOf(inside.find((node) => name in node)?.[name]), nodes);
}

/** Reads the first sheet of an .ods. @throws if it is broken */
export function readOds(bytes: Uint8Array): Table {
  const text = textIn(bytes, 'content.xml');
  if (text === undefined) throw new Error('content.xml is missing');
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    processEntities: true,
  });
  const table = childrenOf(parser.parse(text), 'office:document-content', 'office:body', 'office:spreadsheet', 'table:table');
  const rows = table.flatMap((node) => ('table:table-row' in node ? [cellsOf(listOf(node['table:table-row']))] : []));
  return rows.filter((row) => row.length > 0);
}
