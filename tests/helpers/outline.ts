/**
 * Lists what a text sets and marks as right: its front matter, pages, blocks, right answers and cards.
 * @param text session or bank as an author writes it, without code
 */
export function outline(text: string): string[] {
  const [, front = '', body = ''] = text.split(/^---\n/m);
  const settings = front.split('\n').filter((line) => line !== '' && !/^(?:title|lead): /.test(line));
  const parts = body.split('\n').flatMap((line) => /^(?:#+ .*|:::?[a-z].*|- \[x\] .*|- (?!\[).*|\d\. .*|\| (?!---).*)$/.exec(line) ?? []);
  return [...settings, ...parts];
}
