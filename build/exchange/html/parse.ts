import { decodeEntities } from './entities.ts';

/** An element, or a text (`tag` is `#text`). */
export interface HtmlNode {
  readonly tag: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose content is not HTML. */
const RAW = new Set('script style textarea title xmp noscript iframe'.split(' '));
/** Elements that end an open paragraph. */
const BLOCK = new Set(
  'address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
/** Elements that a new one of the same kind ends, and the element that they can't leave. */
const SIBLINGS: Readonly<Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>> = {
  li: { ends: ['li'], within: ['ul', 'ol'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
  tr: { ends: ['tr', 'td', 'th'], within: ['table'] },
  td: { ends: ['td', 'th'], within: ['tr', 'table'] },
  th: { ends: ['td', 'th'], within: ['tr', 'table'] },
};
/** Elements that a closing tag inside them can't leave; one of a part of a table leaves its cells. */
const WALLS = new Set(['table', 'td', 'th']);
const TABLE = new Set(['table']);
const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);
/** Deeper elements are read as if they were beside each other. */
const DEEPEST = 60;

const NAME = /<([a-zA-Z][^\s/<>]{0,60})/y;
/** Quoted values of a tag, at most: more are a text with quotes. */
const MOST_VALUES = 100;
const CLOSE = /<\/([a-zA-Z][^\s/>]{0,60})[^>]*>/y;
const IGNORED = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[!?][^>]*>/y;
const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function attributesOf(source: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!(key in found)) found[key] = decodeEntities(double ?? single ?? bare ?? '');
  }
  return found;
}

function element(tag: string, attributes: Readonly<Record<string, string>> = {}): HtmlNode {
  return { tag, text: '', attributes, children: [] };
}

/** Open elements, from the root inwards. */
class Tree {
  readonly root = element('#root');
  readonly #open: HtmlNode[] = [this.root];

  #top(): HtmlNode {
    return this.#open.at(-1) ?? this.root;
  }

  addText(source: string): void {
    if (source === '') return;
    const { children } = this.#top();
    const before = children.at(-1)?.tag === '#text' ? children.pop() : undefined;
    children.push({ ...element('#text'), text: (before?.text ?? '') + decodeEntities(source) });
  }

  /** Closes open elements down to one of these, without leaving any of `within`. */
  #end(tags: readonly string[], within: ReadonlySet<string> | readonly string[]): void {
    const isWall = (tag: string): boolean => (Array.isArray(within) ? within.includes(tag) : (within as ReadonlySet<string>).has(tag));
    for (let at = this.#open.length - 1; at > 0; at--) {
      const { tag } = this.#open[at] as HtmlNode;
      if (tags.includes(tag)) {
        // `tr` also ends the cells inside it.
        this.#open.length = at;
        if (tags.length === 1) return;
      } else if (isWall(tag)) return;
    }
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (BLOCK.has(tag)) this.#end(['p'], ['li', 'td', 'th']);
    const sibling = SIBLINGS[tag];
    if (sibling) this.#end(sibling.ends, sibling.within);
    const node = element(tag, attributes);
    this.#top().children.push(node);
    if (!VOID.has(tag) && this.#open.length < DEEPEST) this.#open.push(node);
  }

  close(tag: string): void {
    this.#end([tag], TABLE_PARTS.has(tag) ? TABLE : WALLS);
  }
}

/** Finds the end of an element whose content isn't HTML. */
function rawEnd(source: string, tag: string, from: number): { readonly content: number; readonly next: number } {
  const found = new RegExp(`</${tag}[^>]*>`, 'ig');
  found.lastIndex = from;
  const close = found.exec(source);
  return close ? { content: close.index, next: found.lastIndex } : { content: source.length, next: source.length };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** Finds the `>` of a start tag; -1 if there is none. A `<` outside of quotes ends the search. */
function tagEnd(source: string, from: number): number {
  let at = from;
  for (let values = 0; values < MOST_VALUES; values++) {
    while (at < source.length && !/["'<>]/.test(source[at] as string)) at++;
    const character = source[at];
    if (character === '>') return at;
    if (character === undefined || character === '<') return -1;
    at = source.indexOf(character, at + 1) + 1;
    if (at === 0) return -1;
  }
  return -1;
}

/** Reads a tag. @returns the position after it; undefined if the `<` is text */
function readTag(source: string, at: number, tree: Tree): number | undefined {
  const ignored = matchAt(IGNORED, source, at);
  if (ignored) {
    tree.addText(ignored[1] ?? '');
    return IGNORED.lastIndex;
  }
  const close = matchAt(CLOSE, source, at);
  if (close) {
    tree.close((close[1] ?? '').toLowerCase());
    return CLOSE.lastIndex;
  }
  const open = matchAt(NAME, source, at);
  const begin = NAME.lastIndex;
  const end = open ? tagEnd(source, begin) + 1 : 0;
  if (!open || end === 0) return undefined;
  const tag = (open[1] ?? '').toLowerCase();
  tree.open(tag, attributesOf(source.slice(begin, end - 1)));
  if (!RAW.has(tag)) return end;
  const raw = rawEnd(source, tag, end);
  tree.addText(source.slice(end, raw.content));
  tree.close(tag);
  return raw.next;
}

/** Parses HTML of any quality: unclosed and unknown elements too. It never throws. */
export function parseHtml(source: string): HtmlNode {
  const tree = new Tree();
  let start = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const before = source.slice(start, at);
    const isTag = /[a-zA-Z/!?]/.test(source[at + 1] ?? '');
    // The text before goes into the tree first.
    if (isTag) tree.addText(before);
    const next = isTag ? readTag(source, at, tree) : undefined;
    if (next !== undefined) {
      start = next;
      at = next;
    } else {
      if (isTag) start = at;
      at += 1;
    }
  }
  tree.addText(source.slice(start));
  return tree.root;
}

/** Returns the text of a node and all nodes in it. */
export function textOf(node: HtmlNode): string {
  return node.tag === '#text' ? node.text : node.children.map(textOf).join('');
}
