import type { DirectiveText, Outline } from '../text/outline.ts';

/** A line inside a directive. */
export interface CardLine {
  /** Directives around it, from the outermost. */
  readonly around: readonly DirectiveText[];
  readonly role: 'head' | 'body' | 'end';
  /** Directive whose head or end it is. */
  readonly own?: DirectiveText;
}

/** Maps numbers of lines (from 1) to what they are in the cards that directives are drawn as. */
export function cardLines(outline: Outline): ReadonlyMap<number, CardLine> {
  const lines = new Map<number, CardLine>();
  const fill = (directive: DirectiveText, outer: readonly DirectiveText[]): void => {
    const around = [...outer, directive];
    for (let line = directive.line; line <= directive.lastLine; line += 1) lines.set(line, { around, role: 'body' });
    if (directive.isClosed && directive.lastLine > directive.line) lines.set(directive.lastLine, { around, role: 'end', own: directive });
    lines.set(directive.line, { around, role: 'head', own: directive });
    for (const child of directive.children) fill(child, around);
  };
  for (const directive of [...outline.directives, ...outline.pages.flatMap((page) => page.directives)]) fill(directive, []);
  return lines;
}
