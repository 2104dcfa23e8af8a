import { isSeq, parseDocument } from 'yaml';

/**
 * Adds a module at the end of the list `modules` of a `course.yaml`. Nothing else in the text changes.
 * @returns null if there is no such list
 */
export function addModule(text: string, id: string): string | null {
  const list = parseDocument(text).get('modules', true);
  const last = isSeq(list) ? (list.items.at(-1) as { range?: [number, number, number] } | undefined) : undefined;
  if (!isSeq(list) || !last?.range) return null;
  const end = last.range[1];
  if (list.flow) return `${text.slice(0, end)}, ${id}${text.slice(end)}`;
  const line = text.slice(text.lastIndexOf('\n', last.range[0]) + 1, last.range[0]);
  return `${text.slice(0, end)}${text.includes('\r\n') ? '\r\n' : '\n'}${line}${id}${text.slice(end)}`;
}
