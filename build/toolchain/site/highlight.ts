import { escapeHtml } from '../../text/plain-html.ts';

/** Wraps a piece of source in a class of the style sheet. */
const mark = (name: string, text: string): string => (text === '' ? '' : `<span class="k-${name}">${escapeHtml(text)}</span>`);

/** Marks what is inside a line of text: bold words, blanks, variables, links. */
function inside(text: string): string {
  return text
    .split(/(\*\*[^*]+\*\*|\[\[[^\]]*\]\]|\{\{[^}]*\}\}|\]\([^)]*\)|\{[#.a-z][^}]*\})/)
    .map((piece, index) => (index % 2 === 0 ? escapeHtml(piece) : mark(piece.startsWith('**') ? 'bold' : 'sign', piece)))
    .join('');
}

/** Forms of a line in a session's text, with how each is marked. */
const LINES: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [/^(:{2,}[a-z-]*)(.*)$/, ([, name = '', rest = '']) => mark('sign', name) + mark('value', rest)],
  [
    /^(#{1,6} )(.*?)(\s*\{[^}]*\})?$/,
    ([, signs = '', title = '', id = '']) => mark('sign', signs) + mark('title', title) + mark('value', id),
  ],
  [/^(\s*> ?)(.*)$/, ([, sign = '', text = '']) => mark('sign', sign) + mark('back', text)],
  [/^(\s*(?:[-*]|\d+\.) )(\[[ xX]\] )?(.*)$/, ([, dash = '', box = '', text = '']) => mark('sign', dash + box) + inside(text)],
];

function markedLine(line: string): string {
  for (const [form, marked] of LINES) {
    const parts = form.exec(line);
    if (parts) return marked(parts);
  }
  return inside(line);
}

/** Marks keys, values and comments of a line of YAML. */
function yamlLine(line: string): string {
  const [, before = '', comment = ''] = /^(.*?)((?:^|\s)#\s.*)?$/.exec(line) ?? [];
  const [, key = '', value = before] = /^(\s*(?:- )?[\w-]+:)(.*)$/.exec(before) ?? [];
  return mark('sign', key) + escapeHtml(value) + mark('back', comment);
}

/** Marks a session's text: its head is YAML, between two lines `---`. */
function markdown(text: string): string {
  let head = false;
  return text
    .split('\n')
    .map((line, index) => {
      const border = line === '---' && (index === 0 || head);
      if (border) head = index === 0;
      if (border) return mark('sign', line);
      return head ? yamlLine(line) : markedLine(line);
    })
    .join('\n');
}

/** Returns source as HTML with its parts marked. Languages other than Markdown and YAML stay plain. */
export function highlight(text: string, language: string): string {
  if (language === 'markdown') return markdown(text);
  if (language === 'yaml') return text.split('\n').map(yamlLine).join('\n');
  return escapeHtml(text);
}
