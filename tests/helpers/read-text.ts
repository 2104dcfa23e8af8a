import type { Block } from '../../build/model/source.ts';
import type { Environment } from '../../build/stages/read/text/environment.ts';
import { sourceLines } from '../../build/stages/read/text/source-text.ts';
import { parseBlocks } from '../../build/stages/read/text/tree.ts';

/** A parsed text, and what was reported in it. */
export interface ReadText {
  readonly blocks: readonly Block[];
  readonly env: Environment;
  /** Each diagnostic as `code line:column`, a warning with `warning` before it. */
  readonly found: readonly string[];
  /** Values of the first diagnostic. */
  readonly values: Readonly<Record<string, unknown>> | undefined;
}

/** Parses a Markdown text as the body of a session in French. */
export function readText(text: string): ReadText {
  const found: string[] = [];
  const values: Readonly<Record<string, unknown>>[] = [];
  const lines = sourceLines(text);
  const add =
    (prefix: string): Environment['report'] =>
    (code, at, more) => {
      found.push(`${prefix}${code} ${at.line}:${at.column}`);
      values.push(more ?? {});
    };
  const env: Environment = {
    file: 'rames.md',
    lang: 'fr',
    lines,
    report: add(''),
    warn: add('warning '),
    pageLinks: [],
    variables: [],
    reached: new Map(),
    notes: new Map(),
    asset: (path) => path,
    pictureSize: (path) => (path === 'quai.svg' ? { width: 40, height: 30 } : null),
    callout: (kind) => [`<div data-kind="${kind}">`, '</div>'],
  };
  const blocks = parseBlocks(lines.join('\n'), env);
  return { blocks, env, found, values: values[0] };
}

/** Renders blocks outside directives, as a page does. */
export const htmlOf = ({ blocks }: ReadText): string => blocks.map((block) => (block.kind === 'directive' ? '' : block.html())).join('\n');
