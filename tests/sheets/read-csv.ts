/**
 * Reads CSV as RFC 4180 defines it, but for the separator. Lines end in CR LF; a quoted cell may hold anything.
 * @throws where a quote stands in an unquoted cell, a line ends otherwise, or lines differ in length
 */
export function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const cell = (): string => {
    if (text[at] !== '"') {
      const [plain = ''] = new RegExp(`^[^"\r\n${separator}]*`).exec(text.slice(at)) ?? [];
      at += plain.length;
      return plain;
    }
    const [quoted = ''] = /^"(?:[^"]|"")*"/.exec(text.slice(at)) ?? [];
    if (quoted === '') throw new Error(`a cell is not closed: ${text.slice(at, at + 60)}`);
    at += quoted.length;
    return quoted.slice(1, -1).replaceAll('""', '"');
  };
  while (at < text.length) {
    row.push(cell());
    if (text[at] === separator) at += 1;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`neither the end of a cell nor of a line: ${JSON.stringify(text.slice(at, at + 20))}`);
  }
  if (row.length > 0) throw new Error('the last line has no end');
  if (rows.some(({ length }) => length !== rows[0]?.length)) throw new Error('lines differ in length');
  return rows;
}

/** The lines under the head, by its names. */
export function tableOf(text: string, separator: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text.replace(/^\ufeff/, ''), separator);
  return rows.map((row) => Object.fromEntries(row.map((value, index) => [head[index] ?? '', value])));
}
