/** A line that begins with `::`. */
export interface DirectiveLine {
  /** Opens a body, has none, or closes the body opened last. */
  readonly kind: 'opens' | 'alone' | 'closes';
  /** False if it is misspelt; `kind` is then the intended one. */
  readonly isRight: boolean;
  readonly name?: string;
  /** Text from `{` to the end. */
  readonly attributes?: string;
  /** Number of characters before `attributes`. */
  readonly offset: number;
}

/** Accents are accepted here, so that « encadré » gets a suggestion. */
const RIGHT = /^(:{2,})([\s\u00a0]*)(\p{L}[\p{L}\p{M}\d_-]*)?[\s\u00a0]*(\{.*)?$/su;
/** `:: :name{…}`, `:::: ::name`. */
const TORN = /^((?:[:\s\u00a0])*)(\p{L}[\p{L}\p{M}\d_-]*)[\s\u00a0]*(\{.*)?$/su;

/** `:::fin`, `:::/choice`: closing lines of other tools. */
const CLOSING = /^:{3,}[\s\u00a0]*(?:\/[\s\u00a0]*[\p{L}-]*|fin|end)[\s\u00a0]*$/iu;

function colonsIn(text: string): number {
  return text.replace(/[^:]/g, '').length;
}

function lineOf(kind: DirectiveLine['kind'], isRight: boolean, text: string, name?: string, attributes?: string): DirectiveLine {
  const offset = text.length - (attributes?.length ?? 0);
  return { kind, isRight, offset, ...(name && { name }), ...(attributes !== undefined && { attributes }) };
}

/**
 * Reads a line that begins with `::`. A misspelt line is read as it was meant, so that the lines around it keep their meaning.
 */
export function readDirectiveLine(text: string): DirectiveLine {
  if (CLOSING.test(text)) return lineOf('closes', false, text);
  const [right, colons = '', , name, attributes] = RIGHT.exec(text) ?? [];
  if (right !== undefined && name) return lineOf(colons.length === 2 ? 'alone' : 'opens', true, right, name, attributes);
  if (right !== undefined && attributes === undefined) return lineOf('closes', colons.length > 2, colons);
  const [torn, lead = '', tornName, tornAttributes] = TORN.exec(text) ?? [];
  if (torn !== undefined) return lineOf(colonsIn(lead) > 2 ? 'opens' : 'alone', false, torn, tornName, tornAttributes);
  const start = /^[:\s\u00a0]*/.exec(text)?.[0] ?? '';
  if (start.length === text.length) return lineOf('closes', false, start);
  return lineOf(colonsIn(start) > 2 ? 'opens' : 'alone', false, start);
}

/** Returns the change of directive depth by a line; 0 if it doesn't begin with `::`. */
export function depthChange(line: string): number {
  if (!line.startsWith('::')) return 0;
  const { kind } = readDirectiveLine(line.trimEnd());
  return kind === 'alone' ? 0 : kind === 'opens' ? 1 : -1;
}
