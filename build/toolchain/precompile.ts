import Handlebars from 'handlebars';

/** Compiles a template to the source of a Handlebars spec, without blank lines and indents. */
export function precompile(template: string): string {
  return specOf(
    template
      .replace(/^[ \t]+/gm, '')
      .replace(/\n+/g, '\n')
      .trim(),
  );
}

function specOf(text: string): string {
  // Only these names are helpers. All others are looked up as data.
  const spec = Handlebars.precompile(text, {
    knownHelpers: {
      icon: true,
      pictogram: true,
      face: true,
      land: true,
      inc: true,
      letter: true,
      join: true,
      eq: true,
      typeset: true,
      scramble: true,
      turn: true,
      range: true,
      lines: true,
      room: true,
      asked: true,
      whereabouts: true,
      captioned: true,
      format: true,
      signed: true,
    },
    knownHelpersOnly: true,
  });
  return String(spec);
}

/** Returns why a template doesn't compile, with line and column; null if it compiles. */
export function templateFault(template: string): { readonly why: string; readonly line: number; readonly column: number } | null {
  try {
    specOf(template);
    return null;
  } catch (error) {
    const { message, lineNumber, column = 0 } = error as Error & { readonly lineNumber?: number; readonly column?: number };
    const [, line = lineNumber ?? 1] = /^Parse error on line (\d+)/.exec(message) ?? [];
    // Between the two are the source and the list of expected tokens.
    const [, first = '', found = ''] = /^(.*?)(?: - \d+:\d+|:)?(?:\n[\s\S]*(, got '\w+'))?$/.exec(message) ?? [];
    return { why: first + found, line: Number(line), column: column + 1 };
  }
}
