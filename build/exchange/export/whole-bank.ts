import { isSeq, parseDocument } from 'yaml';

/** Id of the session that stands for a bank: no author writes one. */
export const WHOLE = 'cartable-export';

/** Makes the texts of a course in which a bank is asked by its only session. @param bank path in the course's folder */
export function wholeBank(yaml: string, bank: string): { readonly yaml: string; readonly session: string } {
  const document = parseDocument(yaml);
  if (isSeq(document.get('modules', true))) document.set('modules', [WHOLE]);
  const session = `---\nid: ${WHOLE}\ntitle: Export\n---\n\n# Export {#${WHOLE}-page}\n\n::quiz{#${WHOLE}-quiz bank="${bank}"}\n`;
  return { yaml: String(document), session };
}

/** Reads the title in the front matter of a text. @returns undefined if it has none */
export function titleIn(text: string): string | undefined {
  const front = /^---\n([\s\S]*?)\n---/.exec(text.replace(/\r\n/g, '\n'))?.[1] ?? '';
  const title = parseDocument(front).get('title');
  return typeof title === 'string' ? title : undefined;
}
