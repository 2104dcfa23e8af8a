import { type HtmlNode, textOf } from '../../html/parse.ts';

/** An option of a list, or a paragraph that looks like one. */
export interface Option {
  readonly nodes: readonly HtmlNode[];
  /** It is marked as right: a star, a tick, bold, a highlight. */
  readonly isMarked: boolean;
}

/** A part of a Word document. */
export type Entry =
  | { readonly kind: 'heading'; readonly level: number; readonly node: HtmlNode }
  | { readonly kind: 'text'; readonly node: HtmlNode; readonly text: string; readonly isNumbered: boolean }
  | { readonly kind: 'list'; readonly node: HtmlNode; readonly items: readonly HtmlNode[] }
  | { readonly kind: 'other'; readonly node: HtmlNode };

function wrap(tag: string, children: readonly HtmlNode[]): HtmlNode {
  return { tag, text: '', attributes: {}, children: [...children] };
}

function isList({ tag }: HtmlNode): boolean {
  return tag === 'ul' || tag === 'ol';
}

function asText(node: HtmlNode, isNumbered: boolean): Entry {
  return { kind: 'text', node, text: textOf(node).replace(/\s+/g, ' ').trim(), isNumbered };
}

/** A list whose items contain lists is a list of questions: each becomes a paragraph and its options. */
function fromList(node: HtmlNode): Entry[] {
  const items = node.children.filter(({ tag }) => tag === 'li');
  if (items.length > 1 && !items.some((item) => item.children.some(isList))) return [{ kind: 'list', node, items }];
  return items.flatMap((item): Entry[] => {
    const own = item.children.filter((child) => !isList(child));
    return [asText(wrap('p', own), node.tag === 'ol'), ...item.children.filter(isList).flatMap(fromNested)];
  });
}

function fromNested(node: HtmlNode): Entry[] {
  return [{ kind: 'list', node, items: node.children.filter(({ tag }) => tag === 'li') }];
}

/** Lists the parts of a document in their order. */
export function entriesOf(root: HtmlNode): Entry[] {
  return root.children.flatMap((node): Entry[] => {
    const level = /^h([1-6])$/.exec(node.tag)?.[1];
    if (level !== undefined) return [{ kind: 'heading', level: node.attributes.class === 'document-title' ? 0 : Number(level), node }];
    if (isList(node)) return fromList(node);
    if (node.tag === 'p') return [asText(node, false)];
    return node.tag === '#text' && node.text.trim() === '' ? [] : [{ kind: 'other', node }];
  });
}

/** Label of an option: `a)`, `B.`, a box, a dash. */
const LABEL = /^\s*(?:([a-hA-H])\s*[.)\]]\s+|(\[[ xX]?\]|\([ xX]?\))\s*|([☐☒☑✓✔✗□■○●◯•–—-])\s*)/u;
const TICKED = /^\[[xX]\]$|^\([xX]\)$|^[☒☑✓✔]$/u;

const TRUTH = /^\s*\*?\s*(?:vrai|faux|true|false)[\s.*]*$/i;

/** Tests whether a paragraph begins as an option. */
export function hasLabel(text: string): boolean {
  return LABEL.test(text) || TRUTH.test(text) || /^\s*\*\s*\S/.test(text);
}

/** Removes characters at the start of a node's text. */
function withoutStart(node: HtmlNode, count: number): { readonly node: HtmlNode; readonly left: number } {
  if (node.tag === '#text') return { node: { ...node, text: node.text.slice(count) }, left: Math.max(0, count - node.text.length) };
  let left = count;
  const children = node.children.map((child) => {
    if (left === 0) return child;
    const done = withoutStart(child, left);
    left = done.left;
    return done.node;
  });
  return { node: { ...node, children }, left };
}

/** Removes characters at the end of a node's text. */
function withoutEnd(node: HtmlNode, count: number): { readonly node: HtmlNode; readonly left: number } {
  if (node.tag === '#text')
    return {
      node: { ...node, text: node.text.slice(0, Math.max(0, node.text.length - count)) },
      left: Math.max(0, count - node.text.length),
    };
  let left = count;
  const children = [...node.children].reverse().map((child) => {
    if (left === 0) return child;
    const done = withoutEnd(child, left);
    left = done.left;
    return done.node;
  });
  return { node: { ...node, children: children.reverse() }, left };
}

/** Tests whether all text of a node is in bold, highlighted or underlined. */
function isStressed(node: HtmlNode): boolean {
  if (node.tag === '#text') return node.text.trim() === '';
  return ['strong', 'b', 'mark', 'u'].includes(node.tag) || (node.children.length > 0 && node.children.every(isStressed));
}

/** Removes bold and highlights, which only marked the answer. */
function unstressed(node: HtmlNode): HtmlNode[] {
  const children = node.children.flatMap(unstressed);
  return ['strong', 'b', 'mark', 'u'].includes(node.tag) ? children : [{ ...node, children }];
}

function hasText(node: HtmlNode): boolean {
  return textOf(node).trim() !== '';
}

/** Reads options with their marks. A mark that all of them have is none. */
export function optionsOf(nodes: readonly HtmlNode[]): readonly (Option & { readonly letter: string })[] {
  const stripped = nodes.map((node) => {
    const text = textOf(node);
    const [label = '', letter = '', box, marker] = LABEL.exec(text) ?? [];
    const isTicked = TICKED.test(box ?? marker ?? '');
    const rest = text.slice(label.length);
    const lead = /^\s*\*+\s*/.exec(rest)?.[0] ?? '';
    const trail = /\s*\*+\s*$/.exec(rest)?.[0] ?? '';
    const cut = withoutStart(node, label.length + lead.length).node;
    const own = withoutEnd(cut, trail.length).node;
    return {
      node: own,
      isTicked,
      hasStar: lead !== '' || trail !== '',
      isStressed: hasText(own) && isStressed(own),
      letter: letter.toLowerCase(),
    };
  });
  const counts = (key: 'isTicked' | 'hasStar' | 'isStressed'): boolean => {
    const count = stripped.filter((one) => one[key]).length;
    return count > 0 && count < stripped.length;
  };
  const [ticks, stars, stress] = [counts('isTicked'), counts('hasStar'), counts('isStressed')];
  return stripped.map((one) => ({
    letter: one.letter,
    isMarked: (ticks && one.isTicked) || (stars && one.hasStar) || (!ticks && !stars && stress && one.isStressed),
    nodes: one.isStressed ? one.node.children.flatMap(unstressed) : one.node.children,
  }));
}
