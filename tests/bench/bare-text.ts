import createMarkdownIt from 'markdown-it';

export interface Directive {
  readonly type: string;
  readonly id: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly lines: string[];
}

/** One line of a body, whatever its type: each template takes from it what it shows. */
interface Item {
  readonly token: string;
  readonly text: string;
  readonly html: string;
  readonly title?: string;
  readonly second?: string;
  readonly content?: string;
  readonly left?: string;
  readonly lead?: string;
  readonly feedback?: string;
}

/** Markdown with the options of the real parser, without its rules. */
export const md = createMarkdownIt({ html: true, linkify: false, typographer: false });

const inline = (text = ''): string => md.renderInline(text.trim());

function directiveOf(type: string, text = ''): Directive {
  const pairs = [...text.matchAll(/(?<![\w#])([\w-]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g)];
  const attributes = Object.fromEntries(pairs.map(([, key, quoted, plain]) => [key, quoted ?? plain ?? 'yes']));
  return { type, id: /#([\w-]+)/.exec(text)?.[1], attributes, lines: [] };
}

/** Splits a text into prose and directives. */
export function nodesOf(text: string): (string | Directive)[] {
  const nodes: (string | Directive)[] = [];
  let prose: string[] = [];
  let open: Directive | undefined;
  let depth = 0;
  for (const line of text.split('\n')) {
    const [, colons, type, attributes] = /^(:{2,3})([a-z-]+)?(?:\{(.*)\})?\s*$/.exec(line) ?? [];
    if (colons === ':::') depth += type ? 1 : -1;
    if (open && depth > 0) open.lines.push(line);
    else if (open) open = undefined;
    else if (type) {
      const directive = directiveOf(type, attributes);
      nodes.push(prose.join('\n'), directive);
      prose = [];
      if (depth > 0) open = directive;
    } else prose.push(line);
  }
  return [...nodes, prose.join('\n')];
}

function itemOf(chunk: string, index: number): Item {
  const token = String.fromCharCode(97 + (index % 26));
  const [, title, second, content = ''] = /^## ([^|\n]*)(?:\|(.*))?\n?([\s\S]*)$/.exec(chunk) ?? [];
  if (title !== undefined) {
    return { token, text: title, html: '', title: inline(title), second: inline(second), content: md.render(content) };
  }
  if (chunk.startsWith('|')) {
    const [left, text = '', feedback] = chunk.split('|').slice(1, -1);
    return { token, text: text.trim(), html: inline(text), left: inline(left), feedback: inline(feedback) };
  }
  const [text = '', feedback] = chunk.replace(/^\s*(?:- (?:\[.\] )?|\d+\. )/, '').split(/\n\s*> /);
  return { token, text, html: inline(text), feedback: inline(feedback) };
}

/** Contents between `[[` and `]]`, each with the text before it, and the text after the last. */
function gapsOf(body: string): { gaps: Item[]; html: string } {
  if (!body.includes('[[')) return { gaps: [], html: '' };
  const pieces = body.split(/\[\[|\]\]/);
  const texts = pieces.filter((_, index) => index % 2 === 1);
  const gaps = texts.map((text, index) => ({ ...itemOf(text, index), lead: inline(pieces[2 * index]) }));
  return { gaps, html: inline(pieces.at(-1)) };
}

/** Options that suit each type's template. @param nested HTML of the activities inside, one for each section */
export function optionsOf(body: string, attributes: Directive['attributes'], nested: readonly string[]) {
  const { gaps, html } = gapsOf(body);
  const chunks = gaps.length > 0 ? [] : body.split(/\n(?=\s*(?:- |\d+\. |## |\|))/);
  const isItem = (chunk: string): boolean => /^\s*(?:- |\d+\. |## |\|(?!-))/.test(chunk);
  const all = chunks.filter(isItem).map(itemOf);
  const sections = all.filter(({ title }) => title !== undefined);
  const items = sections.length > 0 ? all.filter(({ title }) => title === undefined) : all;
  const list = (text = ''): string[] => text.split(';').map((one) => one.trim());
  return {
    ...attributes,
    prompt: md.render(chunks.find((chunk) => !isItem(chunk) && !chunk.startsWith('|')) ?? ''),
    html,
    items,
    choices: items,
    steps: items,
    pairs: items,
    branches: items,
    centre: items[0],
    targets: [...new Map(items.map((item) => [item.text, item])).values()],
    columns: ['Situation', 'Réponse'],
    groups: sections,
    cards: sections.map((card, index) => ({ ...card, content: `${card.content}${nested[index] ?? ''}` })),
    passages: gaps,
    blanks: gaps,
    words: attributes.mode === 'list' ? [...gaps.map(({ text }) => text), ...list(attributes.distractors)] : undefined,
    levels: list(attributes.levels).map((text, index) => ({ text, token: String(index) })),
    fields: [{ maxCharacters: 900 }],
  };
}
