/** Marks the place of a blank in a text while it is converted: letters, so that no conversion changes it. */
const BEFORE = 'qzblank';
const AFTER = 'zq';

/** Makes the placeholder of a blank. */
export function placeOf(index: number): string {
  return `${BEFORE}${index}${AFTER}`;
}

/** Formats accepted answers as a blank; undefined if they can't stand in one. */
export function blankOf(accepted: readonly string[]): string | undefined {
  const plain = accepted.map((answer) => answer.replace(/\s+/g, ' ').trim());
  const isClear = plain.length > 0 && plain.every((answer) => answer !== '' && !/[[\]\\{}]|&#?\w+;|\s\/\s/.test(answer));
  return isClear ? `[[${plain.join(' / ')}]]` : undefined;
}

/** Puts blanks in place of their placeholders. */
export function withBlanks(markdown: string, blanks: readonly string[]): string {
  return markdown.replace(new RegExp(`${BEFORE}(\\d+)${AFTER}`, 'g'), (_, index: string) => blanks[Number(index)] ?? '');
}
