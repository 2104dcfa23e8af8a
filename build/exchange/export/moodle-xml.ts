import { placeOf, withBlanks } from '../blanks.ts';
import type { Markdown, Question, Remark } from '../model.ts';
import { decimal } from '../write/parts.ts';
import { forXml, htmlLine, htmlOf, picturePath, picturesIn, plainLine } from './html.ts';

/** Input of an export besides the questions. */
export interface XmlContext {
  /** Reads a picture of the course; undefined if it can't be read. */
  picture(path: string): Uint8Array | undefined;
  lose(level: Remark['level'], key: string, values?: Remark['values']): void;
}

function cdata(text: string): string {
  return `<![CDATA[${forXml(text).replace(/\]\]>/g, ']]]]><![CDATA[>')}]]>`;
}

function escaped(text: string): string {
  return forXml(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Gives each picture of an element a file name: those of one name in several folders are numbered. */
function fileNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of new Set(paths)) {
    const own = path.split('/').at(-1) ?? path;
    let name = own;
    for (let number = 2; taken.has(name); number++) name = own.replace(/(?=\.[^.]*$)|$/, `-${number}`);
    taken.add(name);
    names.set(path, name);
  }
  return names;
}

/** Formats an element with a rich text and its pictures. */
function rich(name: string, markdown: Markdown, context: XmlContext, attributes = '', isLine = false, inner = ''): string {
  const names = fileNames(picturesIn(markdown));
  const nameOf = (path: string): string => names.get(path) ?? path;
  const html = (isLine ? htmlLine(markdown) : htmlOf(markdown)).replace(
    /(?<=<img src=")[^"]*/g,
    (address) => `@@PLUGINFILE@@/${encodeURIComponent(nameOf(picturePath(address)))}`,
  );
  const files = [...names].map(([path, file]) => {
    const bytes = context.picture(path);
    if (!bytes) context.lose('lost', 'export.missing-picture', { file: path });
    return bytes ? `<file name="${escaped(file)}" path="/" encoding="base64">${base64(bytes)}</file>` : '';
  });
  return `<${name}${attributes} format="html"><text>${markdown === '' ? '' : cdata(html)}</text>${files.join('')}${inner}</${name}>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

/** Formats an answer with its share and feedback. */
function answer(text: Markdown, weight: number, feedback: Markdown | undefined, context: XmlContext, plain?: string): string {
  const own = rich('feedback', feedback ?? '', context);
  const fraction = ` fraction="${decimal(weight, 5)}"`;
  if (plain !== undefined) return `<answer${fraction} format="moodle_auto_format">${element('text', plain)}${own}</answer>`;
  return rich('answer', text, context, fraction, true, own);
}

function results(question: Question, context: XmlContext): string[] {
  const names = [
    ['right', 'correctfeedback'],
    ['partly', 'partiallycorrectfeedback'],
    ['wrong', 'incorrectfeedback'],
  ] as const;
  return names.map(([key, name]) => rich(name, question.results?.[key] ?? '', context));
}

function trueFalse(question: Question & { kind: 'true-false' }, context: XmlContext): string[] {
  const { right, wrong } = question.results ?? {};
  const one = (value: boolean): string =>
    answer('', question.isTrue === value ? 100 : 0, question.isTrue === value ? right : wrong, context, String(value));
  return [one(true), one(false)];
}

function numeric(question: Question & { kind: 'numeric' }, context: XmlContext): string[] {
  const lines = question.answers.map(({ low, high, weight, feedback }) => {
    const middle = Number(((low + high) / 2).toPrecision(12));
    const own = answer('', weight, feedback, context, decimal(middle));
    return own.replace('</answer>', `${element('tolerance', decimal(Number(((high - low) / 2).toPrecision(12))))}</answer>`);
  });
  const { wrong } = question.results ?? {};
  if (wrong !== undefined) lines.push(answer('', 0, wrong, context, '*'));
  if (question.unit) lines.push(`<units><unit><multiplier>1</multiplier>${element('unit_name', question.unit)}</unit></units>`);
  return lines;
}

/** Escapes a word of an embedded answer. */
function embeddedWord(text: string): string {
  return escaped(text).replace(/[}#~/"\\]/g, '\\$&');
}

/** Makes an embedded answer of each blank, and puts a placeholder in its place. */
function embedded({ text, isList, distractors }: Question & { kind: 'cloze' }): {
  readonly text: Markdown;
  readonly fields: readonly string[];
} {
  const blanks = [...text.matchAll(/\[\[([^\]]*)\]\]/g)].map(([, content = '']) => content.split(/\s\/\s/).map((word) => word.trim()));
  const words = [...new Set([...blanks.map(([first = '']) => first), ...distractors])];
  const fields = blanks.map((accepted) => {
    const right = isList ? accepted.slice(0, 1) : accepted;
    const others = isList ? words.filter((word) => word !== accepted[0]) : [];
    const answers = [...right.map((word) => `=${embeddedWord(word)}`), ...others.map(embeddedWord)];
    return `{1:${isList ? 'MULTICHOICE' : 'SHORTANSWER'}:${answers.join('~')}}`;
  });
  let at = 0;
  return { text: text.replace(/\[\[[^\]]*\]\]/g, () => placeOf(at++)), fields };
}

function body(question: Question, context: XmlContext): { readonly type: string; readonly parts: readonly string[] } {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const choices = question.choices.map(({ text, weight, feedback }) => answer(text, weight, feedback, context));
      const own = [element('single', String(question.kind === 'single')), element('shuffleanswers', question.shuffle ? '1' : '0')];
      return { type: 'multichoice', parts: [...own, ...results(question, context), ...choices] };
    }
    case 'true-false':
      return { type: 'truefalse', parts: trueFalse(question, context) };
    case 'short': {
      const answers = question.answers.map(({ text, weight, feedback }) => answer('', weight, feedback, context, text));
      return { type: 'shortanswer', parts: [element('usecase', '0'), ...answers] };
    }
    case 'numeric':
      return { type: 'numerical', parts: numeric(question, context) };
    case 'matching': {
      const pair = (left: Markdown, right: Markdown): string =>
        rich('subquestion', left, context, '', true, `<answer>${element('text', plainLine(right))}</answer>`);
      const pairs = [...question.pairs.map(([left, right]) => pair(left, right)), ...question.lures.map((lure) => pair('', lure))];
      return { type: 'matching', parts: [element('shuffleanswers', '1'), ...results(question, context), ...pairs] };
    }
    case 'essay': {
      const limits = [
        ...(question.minWords ? [element('minwordlimit', String(question.minWords))] : []),
        ...(question.maxWords ? [element('maxwordlimit', String(question.maxWords))] : []),
      ];
      const note = question.note === undefined ? [] : [rich('graderinfo', question.note, context)];
      return { type: 'essay', parts: [element('responseformat', 'editor'), ...limits, ...note] };
    }
    case 'order': {
      const steps = question.steps.map((step, index) => rich('answer', step, context, ` fraction="${index + 1}"`, true));
      return { type: 'ordering', parts: [...results(question, context), ...steps] };
    }
    case 'cloze':
      return { type: 'cloze', parts: [] };
    case 'description':
      return { type: 'description', parts: [] };
  }
}

function questionText(question: Question, context: XmlContext): string {
  if (question.kind !== 'cloze') return rich('questiontext', question.text, context);
  const { text, fields } = embedded(question);
  return withBlanks(rich('questiontext', text, context), fields);
}

function xmlQuestion(question: Question, context: XmlContext): string {
  const { type, parts } = body(question, context);
  const tags = question.tags.map((tag) => `<tag>${element('text', tag)}</tag>`).join('');
  const isGraded = type !== 'description';
  const lines = [
    `<name>${element('text', question.name)}</name>`,
    questionText(question, context),
    rich('generalfeedback', question.after ?? '', context),
    ...(isGraded ? [element('defaultgrade', decimal(question.points, 7))] : []),
    ...(question.idNumber === undefined ? [] : [element('idnumber', question.idNumber)]),
    ...parts,
    ...(tags === '' ? [] : [`<tags>${tags}</tags>`]),
  ];
  return `  <question type="${type}">\n${lines.map((line) => `    ${line}`).join('\n')}\n  </question>`;
}

function xmlCategory(category: readonly string[]): string {
  const path = ['$course$', 'top', ...category.map((name) => name.replace(/\//g, '//'))].join('/');
  return `  <question type="category">\n    <category>${element('text', path)}</category>\n  </question>`;
}

/** Formats questions as Moodle XML. */
export function toMoodleXml(questions: readonly Question[], contextOf: (question: Question) => XmlContext): string {
  const parts: string[] = [];
  let last = '[]';
  for (const question of questions) {
    const category = JSON.stringify(question.category);
    if (category !== last) parts.push(xmlCategory(question.category));
    last = category;
    parts.push(xmlQuestion(question, contextOf(question)));
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`;
}
