import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ownValue } from './own-value.ts';

/** An attribute. `name` is as written; `space` is its namespace, empty without a prefix. */
export interface XmlAttribute {
  readonly name: string;
  readonly local: string;
  readonly space: string;
  readonly value: string;
}

/** An element. */
export interface XmlNode {
  readonly name: string;
  readonly local: string;
  readonly prefix: string;
  readonly space: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Its own text, without that of its children, entities decoded. */
  readonly text: string;
  /** The text as it is written. */
  readonly written: string;
  /** Line from 1. */
  readonly line: number;
}

/** A text that isn't well-formed XML. */
export class XmlError extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line}`);
    this.line = line;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Characters that XML 1.0 forbids, as entities too (§2.2). */
const FORBIDDEN = /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u;

const XML_SPACE = 'http://www.w3.org/XML/1998/namespace';

type Raw = Readonly<Record<string, unknown>>;
type Spaces = ReadonlyMap<string, string>;

/** Decodes the entities that XML itself knows. No others exist without a DOCTYPE, which we don't read. */
function decoded(text: string, line: number): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([^;&\s]*));?/gi, (whole, hex?: string, digits?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(digits ?? Number.NaN);
    if (whole.endsWith(';') && code > 0 && code <= 0x10ffff && !FORBIDDEN.test(String.fromCodePoint(code)))
      return String.fromCodePoint(code);
    const known = whole.endsWith(';') ? ownValue(ENTITIES, name ?? '') : undefined;
    if (known === undefined) throw new XmlError(line);
    return known;
  });
}

/** Converts positions in a text to lines. */
function lineCounter(text: string): (at: number) => number {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (at) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Builds our tree from the parser's. */
class Builder {
  readonly #lineAt: (at: number) => number;

  constructor(text: string) {
    this.#lineAt = lineCounter(text);
  }

  node(raw: Raw, outer: Spaces): XmlNode | null {
    const name = Object.keys(raw).find((key) => key !== ':@' && !key.startsWith('?'));
    const content = name === undefined ? undefined : raw[name];
    if (name === undefined || !Array.isArray(content)) return null;
    const { startIndex = 0 } = (raw as { [key: symbol]: { startIndex?: number } })[XMLParser.getMetaDataSymbol() as symbol] ?? {};
    const line = this.#lineAt(startIndex);
    const given = Object.entries((raw[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [key, decoded(value, line)] as const);
    const spaces = new Map(outer);
    for (const [key, value] of given) if (/^xmlns(?::|$)/.test(key)) spaces.set(key.slice(6), value);
    const [prefix, local] = partsOf(name);
    const { children, text, written } = this.#inside(content, spaces, line);
    return {
      name,
      local,
      prefix,
      space: spaces.get(prefix) ?? '',
      attributes: given.map(([key, value]) => attributeOf(key, value, spaces)),
      children,
      text,
      written,
      line,
    };
  }

  #inside(content: readonly Raw[], spaces: Spaces, line: number): Pick<XmlNode, 'children' | 'text' | 'written'> {
    const children: XmlNode[] = [];
    let [text, written] = ['', ''];
    for (const raw of content) {
      const [part, literal] = [raw['#text'], raw['#cdata']];
      if (typeof part === 'string') {
        text += decoded(part, line);
        written += part;
      } else if (Array.isArray(literal)) {
        const inside = literal.map((one: Raw) => String(one['#text'] ?? '')).join('');
        text += inside;
        written += `<![CDATA[${inside}]]>`;
      } else {
        const child = this.node(raw, spaces);
        if (child) children.push(child);
      }
    }
    return { children, text, written };
  }
}

function partsOf(name: string): readonly [prefix: string, local: string] {
  const at = name.indexOf(':');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

function attributeOf(name: string, value: string, spaces: Spaces): XmlAttribute {
  const [prefix, local] = partsOf(name);
  return { name, local, space: prefix === '' ? '' : (spaces.get(prefix) ?? ''), value };
}

/**
 * Parses a text without DOCTYPE. Entities that it could define, and files that it could name, are never read.
 * @throws XmlError
 */
export function parseXml(text: string): XmlNode {
  const wrong = FORBIDDEN.exec(text);
  if (wrong) throw new XmlError(lineCounter(text)(wrong.index));
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new XmlError(valid.err.line);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    cdataPropName: '#cdata',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    captureMetaData: true,
  });
  let roots: readonly Raw[];
  try {
    roots = parser.parse(text);
  } catch {
    throw new XmlError(1);
  }
  const builder = new Builder(text);
  const spaces: Spaces = new Map([['xml', XML_SPACE]]);
  const root = roots.map((raw) => builder.node(raw, spaces)).find((node) => node !== null);
  if (!root) throw new XmlError(1);
  return root;
}

/** Returns the child elements with a local name, whatever their prefix. */
export function childrenOf(node: XmlNode | undefined, local: string): XmlNode[] {
  return node?.children.filter((child) => child.local === local) ?? [];
}

/** Returns the value of an attribute by its local name, whatever its prefix. */
export function attributeIn(node: XmlNode | undefined, local: string): string | undefined {
  return node?.attributes.find((attribute) => attribute.local === local)?.value;
}

/** Lists an element and everything below it, in the order of the text. */
export function allIn(node: XmlNode): XmlNode[] {
  return [node, ...node.children.flatMap(allIn)];
}
