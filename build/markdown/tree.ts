import type { Token } from 'markdown-it';
import type { Position } from '../diagnostics.ts';
import type { Block, Directive } from '../source.ts';
import { readAttributes } from './attributes.ts';
import { blocksOf } from './blocks.ts';
import type { Environment } from './environment.ts';
import { locate } from './environment.ts';
import { parser } from './parser.ts';

const LINE = /^(:{2,})([\s\u00a0]*)([A-Za-z][A-Za-z0-9-]*)?[\s\u00a0]*(\{.*)?$/s;

/** Deepest nesting of directives; what is deeper is reported and left out. */
const DEEPEST = 12;

interface Open {
  readonly name: string;
  readonly directive: Omit<Directive, 'body'>;
  readonly body: Block[];
  /** A page heading that the directive swallowed, if it turns out to be unclosed. */
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
    const found = LINE.exec(token.content);
    const [, colons = '', gap = '', name, attributes] = found ?? [];
    if (!found || (!name && (attributes || colons.length < 3))) {
      this.env.report('not-a-directive', at, { line: token.content.slice(0, 60) });
      return;
    }
    if (!name) {
      this.close(at);
      return;
    }
    if (this.stack.length >= DEEPEST) {
      this.env.report('too-deep', at, { limit: DEEPEST });
      return;
    }
    const offset = colons.length + gap.length + name.length;
    const directive = { name, at, attributes: lineAttributes(attributes, { ...at, column: at.column + offset }, this.env) };
    if (colons.length === 2) this.add([{ kind: 'directive', at, directive: { ...directive, body: [] } }]);
    else this.stack.push({ name, directive, body: [] });
  }

  private close(at: Position): void {
    const top = this.stack.pop();
    if (!top) {
      this.env.report('nothing-to-close', at);
      return;
    }
    this.add([{ kind: 'directive', at: top.directive.at, directive: { ...top.directive, body: top.body } }]);
  }

  /** What is still open is reported. The pages that it swallowed are pages again, so that one slip makes one message. */
  end(): Block[] {
    for (let open = this.stack.at(-1); open; open = this.stack.at(-1)) {
      const { heading, directive, name, body } = open;
      if (heading) this.env.report('unclosed-over-page', directive.at, { name, heading: heading.text, line: heading.line });
      else this.env.report('unclosed-directive', directive.at, { name });
      const page = body.findIndex((block) => block.kind === 'heading' && block.level === 1);
      const swallowed = page < 0 ? [] : body.splice(page);
      this.close(directive.at);
      this.add(swallowed);
    }
    return this.root;
  }
}

/** Parses a body of Markdown into blocks with their directives nested. Whatever the text, it ends: mistakes are reported. */
export function parseBlocks(text: string, env: Environment): Block[] {
  const tokens = parser().parse(text, env as unknown as Record<string, unknown>);
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
