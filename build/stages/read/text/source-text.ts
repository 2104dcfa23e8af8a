const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const NBSP = /[\u00a0\u202f]/g;
const MARKER = /^[\s\u00a0\u202f]*(?:#{1,6}|>|[-*+]|\d+[.)]|:{2,})(?:[\u00a0\u202f \t]*\[[ xX\u00a0\u202f]\])?[\u00a0\u202f \t]*/;

/**
 * Prepares a text for the parser without changing line numbers. A no-break space in a marker becomes a space. A directive line
 * loses its indent, so that it ends any list. Code fences stay unchanged.
 */
export function sourceLines(text: string): string[] {
  let fence = '';
  return text.split(/\r\n|\r|\n/).map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark && (fence === '' || (mark.startsWith(fence) && line.trim() === mark))) {
      fence = fence === '' ? mark : '';
      return line;
    }
    if (fence !== '') return line;
    const plain = line.replace(MARKER, (marker) => marker.replace(NBSP, ' '));
    return /^\s+::/.test(plain) ? plain.trimStart() : plain;
  });
}
