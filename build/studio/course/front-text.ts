/** Front matter between its lines of dashes. */
const FRONT = /^\ufeff?(?:[ \t]*\r?\n)*---[ \t]*\r?\n([\s\S]*?)(?<=\n)(?=---[ \t]*(?:\r?\n|$))/;

/** Returns the YAML text of front matter; '' if there is none. */
export function frontOf(text: string): string {
  return FRONT.exec(text)?.[1] ?? '';
}

/** Edits front matter and nothing else. @returns null if there is none, or if it can't be edited */
export function editFront(text: string, edit: (front: string) => string | null): string | null {
  const [whole, front] = FRONT.exec(text) ?? [];
  if (whole === undefined || front === undefined) return null;
  const edited = edit(front);
  if (edited === null) return null;
  const start = whole.length - front.length;
  return text.slice(0, start) + edited + text.slice(whole.length);
}
