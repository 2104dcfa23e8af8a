import type { Common, Markdown, Piece, Question } from '../../model.ts';
import { categoryPath } from '../category.ts';
import { readDecimal } from '../numbers.ts';
import type { Reading } from '../reading.ts';
import { toMarkdown } from '../rich-text.ts';
import { type BodyInput, bodies } from './bodies.ts';
import {
  attribute,
  childrenOf,
  filesIn,
  formatOf,
  innerText,
  ownText,
  parseQuestion,
  sliceQuestions,
  textIn,
  type Xml,
  type XmlSlice,
} from './xml.ts';

const CATEGORY = /^<question\s+type\s*=\s*["']category["']/;

/** Converts the text of `<name format="…"><text>…</text><file>…</file></name>`. */
function richText(node: Xml, name: string, line: number, reading: Reading, hasTable = false): Markdown {
  const found = childrenOf(node, name)[0];
  const text = textIn(found, 'text');
  return text === '' ? '' : toMarkdown(text, formatOf(found), reading.context(line, true, filesIn(found), hasTable));
}

function resultsOf(node: Xml, line: number, reading: Reading): Pick<Common, 'results'> {
  const found = {
    right: richText(node, 'correctfeedback', line, reading),
    partly: richText(node, 'partiallycorrectfeedback', line, reading),
    wrong: richText(node, 'incorrectfeedback', line, reading),
  };
  const results = Object.fromEntries(Object.entries(found).filter(([, text]) => text !== ''));
  return Object.keys(results).length > 0 ? { results } : {};
}

function commonOf(node: Xml, type: string, line: number, category: readonly string[], reading: Reading): Common {
  const after = richText(node, 'generalfeedback', line, reading);
  const idNumber = textIn(node, 'idnumber');
  const points = readDecimal(textIn(node, 'defaultgrade'));
  const tags = childrenOf(childrenOf(node, 'tags')[0], 'tag').map((tag) => textIn(tag, 'text'));
  // The text of a cloze contains its answers: its body reads it.
  const text = type === 'cloze' ? '' : richText(node, 'questiontext', line, reading, type === 'matching');
  return {
    name: innerText(node, 'name'),
    ...(idNumber !== '' && { idNumber }),
    text,
    ...(after !== '' && { after }),
    ...resultsOf(node, line, reading),
    points: points === undefined ? 1 : points,
    category,
    tags: tags.filter((tag) => tag !== ''),
    line,
  };
}

/** Reports parts of a question that have no counterpart. */
function reportLost(node: Xml, line: number, reading: Reading): void {
  const hints = childrenOf(node, 'hint').map((hint) => plain(textIn(hint, 'text')));
  for (const hint of hints.filter((text) => text !== '')) reading.remark('lost', 'xml.hint', line, { text: hint.slice(0, 200) });
  const template = plain(innerText(node, 'responsetemplate'));
  if (template !== '') reading.remark('lost', 'xml.template', line, { text: template.slice(0, 200) });
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Collects what stands in `<text>` inside an element, at any depth. */
function textsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'text' ? childrenOf(node, name).map((text) => plain(ownText(text))) : name === 'file' ? [] : textsIn(value),
  );
}

/** Plain text of a question that isn't made, for the report: its name and question, then a line for each other text. */
function writtenText({ name: title, questiontext, ...rest }: Xml): string {
  const text = plain(innerText({ questiontext }, 'questiontext'));
  const name = innerText({ name: title }, 'name');
  const others = textsIn(rest).filter((other) => other !== '');
  return [text.startsWith(name) ? text : `${name} — ${text}`, ...others].join('\n');
}

function questionOf(node: Xml, type: string, line: number, category: readonly string[], reading: Reading): Question | undefined {
  const read = Object.hasOwn(bodies, type) ? bodies[type] : undefined;
  if (!read) {
    reading.refuse('xml.kind', line, writtenText(node), { kind: type });
    return undefined;
  }
  const context = reading.context(line, true, filesIn(childrenOf(node, 'questiontext')[0]));
  const input: BodyInput = { node, line, reading, context };
  const body = read(input);
  if (typeof body === 'string') {
    reading.refuse(body, line, writtenText(node));
    return undefined;
  }
  reportLost(node, line, reading);
  const common = commonOf(node, type, line, category, reading);
  return { ...common, ...body };
}

function refuseSlice({ source, line, isOpen }: XmlSlice, reading: Reading): void {
  const text = source.replace(/<file\b[\s\S]*?(?:<\/file>|$)/g, '').replace(/<!\[CDATA\[|\]\]>|<[^>]*>/g, ' ');
  reading.refuse(isOpen ? 'xml.unclosed' : 'xml.broken', line, text.replace(/\s+/g, ' '));
}

/** Numbers the questions themselves, if the file has several on a line: remarks belong to the question of their number. */
function numbered(slices: readonly XmlSlice[], reading: Reading): readonly XmlSlice[] {
  const lines = slices.filter(({ source }) => !CATEGORY.test(source)).map(({ line }) => line);
  if (new Set(lines).size === lines.length) return slices;
  reading.place = 'question';
  let number = 0;
  return slices.map((slice) => {
    if (!CATEGORY.test(slice.source)) number += 1;
    return { ...slice, line: number };
  });
}

/** Reads a file of Moodle XML. A question that can't be read is reported, and the others are read. */
export function readMoodleXml(source: string, reading: Reading): Piece[] {
  let category: readonly string[] = [];
  return numbered(sliceQuestions(source), reading).flatMap((slice): Piece[] => {
    const node = slice.isOpen ? undefined : parseQuestion(slice.source);
    if (!node) {
      refuseSlice(slice, reading);
      return [];
    }
    const type = attribute(node, 'type');
    if (type === 'category') {
      const own = childrenOf(node, 'category')[0];
      category = categoryPath(textIn(own, 'text') || ownText(own));
      const about = plain(innerText(node, 'info'));
      if (about !== '') reading.remark('lost', 'xml.category', slice.line, { text: about.slice(0, 200) });
      return [];
    }
    const question = questionOf(node, type, slice.line, category, reading);
    return question ? [{ kind: 'question', question }] : [];
  });
}
