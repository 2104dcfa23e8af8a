import { parse } from 'papaparse';
import type { Table } from '../model.ts';

const SEPARATORS = ['\t', ';', ','] as const;

/** Finds the separator: the most frequent one in the first line, outside quotes. */
function separatorOf(text: string): string {
  const [line = ''] = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text) ?? [];
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Reads comma-, semicolon- or tab-separated values. Empty lines are left out. */
export function readDelimited(text: string): Table {
  const plain = text.replace(/^\ufeff/, '');
  const { data } = parse<string[]>(plain, { delimiter: separatorOf(plain), skipEmptyLines: true });
  return data;
}
