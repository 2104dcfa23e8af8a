import type { Token } from 'markdown-it';
import type { Position } from '../../../diagnostics/diagnostics.ts';
import type { Block, Directive } from '../../../model/source.ts';
import { readAttributes } from './attributes.ts';
import { blocksOf } from './blocks.ts';
import { readDirectiveLine } from './directive-line.ts';
import type { Environment } from './environment.ts';
import { locate } from './environment.ts';
import { takeNotes } from './footnotes.ts';
import { parser } from './parser.ts';
import { checkUnusedReferences } from './unused-references.ts';

/** Deepest nesting of directives; deeper ones are reported and left out. */
const DEEPEST = 12;

interface Open {
  readonly directive: Omit<Directive, 'body' | 'lastLine'>;
  readonly body: Block[];
  /** First page heading inside the directive, which must be unclosed if there is one. */
  heading?: { readonly text: string; readonly line: number };
}

/** Reads `{…}` of a directive line; the last brace closes it. */
function lineAttributes(text: string | undefined, at: Position, env: Environment) {
  if (text === undefined) return { at, entries: [] };
  if (!text.trimEnd().endsWith('}')) env.report('unclosed-brace', at);
  return readAttributes(text.trimEnd().replace(/\}$/, '').slice(1), { ...at, column: at.column + 1 }, env.report);
}

/** Builds the tree of directives: a bare `:::` closes the one opened last. */
class TreeBuilder {
  readonly root: Block[] = [];
  private readonly stack: Open[] = [];
  private readonly env: Environment;

  constructor(env: Environment) {
    this.env = env;
  }

  add(blocks: readonly Block[]): void {
    const top = this.stack.at(-1);
    for (const block of blocks) {
      if (top && !top.heading && block.kind === 'heading' && block.level === 1)
        top.heading = { text: block.title.text, line: block.at.line };
      (top?.body ?? this.root).push(block);
    }
  }

  line(token: Token): void {
    const at = locate(this.env, '::', ...(token.map ?? [0, 1]));
    const { kind, isRight, name = '', attributes, offset } = readDirectiveLine(token.content);
    if (!isRight) this.env.report('not-a-directive', at, { line: token.content.slice(0, 60) });
    if (kind === 'closes') this.close(at.line, at);
    else if (this.stack.length >= DEEPEST) this.env.report('too-deep', at, { limit: DEEPEST });
    else if (name !== '' || kind === 'opens') {
      const directive = { name, at, attributes: lineAttributes(attributes, { ...at, column: at.column + offset }, this.env) };
      const hasBody = token.meta?.opens === true;
      if (hasBody) this.env.report('body-after-two-colons', at, { name });
      if (kind === 'opens' || hasBody) this.stack.push({ directive, body: [] });
      else this.add([{ kind: 'directive', at, directive: { ...directive, lastLine: at.line, body: [] } }]);
    }
  }

  /** Closes the innermost directive. @param at the closing line; absent at the end of the text */
  private close(lastLine: number, at?: Position): void {
    const top = this.stack.pop();
    const isUnclosed = !at;
    if (top) {
      const directive = { ...top.directive, lastLine, body: top.body, ...(isUnclosed && { isUnclosed }) };
      this.add([{ kind: 'directive', at: directive.at, directive }]);
    } else if (at) this.env.report('nothing-to-close', at);
  }

  /** Reports directives that are still open. Pages inside them become pages again, so that one mistake gives one message. */
  end(): Block[] {
    for (let open = this.stack.at(-1); open; open = this.stack.at(-1)) {
      const { heading, directive, body } = open;
      const { name, at } = directive;
      // One without a name was reported, and may not have been meant to open anything.
      if (name === '') {
        this.stack.pop();
        this.add(body);
        continue;
      }
      if (heading) this.env.report('unclosed-over-page', at, { name, heading: heading.text, line: heading.line });
      else this.env.report('unclosed-directive', at, { name });
      const page = body.findIndex((block) => block.kind === 'heading' && block.level === 1);
      const swallowed = page < 0 ? [] : body.splice(page);
      this.close(heading ? heading.line - 1 : this.env.lines.length);
      this.add(swallowed);
    }
    return this.root;
  }
}

/** Parses a body of Markdown into blocks with nested directives. It accepts any text, and reports mistakes. */
export function parseBlocks(text: string, env: Environment): Block[] {
  const tokens = takeNotes(parser.parse(text, env as unknown as Record<string, unknown>), env);
  checkUnusedReferences(env);
  const builder = new TreeBuilder(env);
  let from = 0;
  tokens.forEach((token, index) => {
    if (token.type !== 'directive_line') return;
    if (token.level > 0) {
      env.report('directive-in-list', locate(env, '::', ...(token.map ?? [0, 1])));
      return;
    }
    builder.add(blocksOf(tokens.slice(from, index), env));
    builder.line(token);
    from = index + 1;
  });
  builder.add(blocksOf(tokens.slice(from), env));
  return builder.end();
}
