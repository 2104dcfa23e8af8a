import type { Markdown, Piece } from '../model.ts';
import type { Ids } from './ids.ts';
import { fitsBank } from './question.ts';
import type { QuestionWriter, WrittenQuestion } from './questions.ts';

/** A text file of the course. */
export interface Document {
  /** Path in the course's folder. */
  readonly path: string;
  readonly text: string;
}

/** Number of questions above which a quiz draws some of them. */
export const MANY = 20;

/** Characters of the longest bank: a text has 2 MiB at most. */
const LONGEST_BANK = 500_000;

/** Formats a title for YAML; 200 characters at most. */
function quoted(title: string): string {
  return JSON.stringify(title.replace(/\s+/g, ' ').trim().slice(0, 200));
}

/** Words of a title without Markdown. */
export function plainTitle(markdown: Markdown): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)[*`]+/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Splits the questions of a bank that would be too large for one file. */
function inParts(questions: readonly WrittenQuestion[]): WrittenQuestion[][] {
  const parts: WrittenQuestion[][] = [];
  let length = LONGEST_BANK;
  for (const one of questions) {
    if (length + one.text.length > LONGEST_BANK) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(one);
    length += one.text.length;
  }
  return parts;
}

/** Writes banks: one for each category of the file. @param nameOf a free path for a bank of this category */
export function writeBanks(
  pieces: readonly Piece[],
  title: string,
  nameOf: (category: string) => string,
  writer: QuestionWriter,
): { readonly banks: readonly Document[]; readonly others: readonly WrittenQuestion[] } {
  const groups = new Map<string, WrittenQuestion[]>();
  const others: WrittenQuestion[] = [];
  for (const piece of pieces) {
    const one = piece.kind === 'question' ? writer.write(piece.question) : undefined;
    if (!one) continue;
    if (!fitsBank(one.question)) others.push(one);
    else {
      const category = JSON.stringify(one.question.category);
      const group = groups.get(category) ?? [];
      group.push(one);
      groups.set(category, group);
    }
  }
  const parts = [...groups].flatMap(([category, questions]) => inParts(questions).map((part) => [category, part] as const));
  const banks = parts.map(([category, questions]) => {
    const names: readonly string[] = JSON.parse(category);
    const full = names.length === 0 ? title : names.join(' › ');
    return {
      path: nameOf(names.at(-1) ?? ''),
      text: `---\ntitle: ${quoted(full)}\n---\n\n${questions.map(({ text }) => text).join('\n\n')}\n`,
    };
  });
  return { banks, others };
}

/** Titles of the pages that an import makes. */
export interface PageTitles {
  readonly quiz: string;
  readonly open: string;
  readonly page: string;
}

function front(id: string, title: string, hasActivities: boolean): string {
  return `---\nid: ${id}\ntitle: ${quoted(title)}\ncompletion: ${hasActivities ? 'activities' : 'visited'}\n---\n`;
}

/** Writes a session that asks the questions of banks, and those that no bank may contain. */
export function writeQuizSession(
  session: { readonly id: string; readonly title: string; readonly count: number },
  banks: readonly Document[],
  others: readonly WrittenQuestion[],
  titles: PageTitles,
  ids: Ids,
): Document {
  const { id, title, count } = session;
  const texts = others.filter(({ question }) => question.kind === 'description').map(({ text }) => text);
  const open = others.filter(({ question }) => question.kind === 'essay').map(({ text }) => text);
  const draw = count > MANY ? ` draw=${MANY}` : '';
  const quiz = `::quiz{#${ids.make(`${id}-quiz`, 'quiz')} bank="${banks.map(({ path }) => path).join('; ')}"${draw}}`;
  const pages = [
    ...(banks.length > 0 ? [[`# ${titles.quiz} {#${ids.make(`${id} page`, 'page')}}`, ...texts, quiz]] : []),
    ...(open.length > 0 || banks.length === 0
      ? [[`# ${titles.open} {#${ids.make(`${id} questions`, 'page')}}`, ...(banks.length === 0 ? texts : []), ...open]]
      : []),
  ];
  return {
    path: `${id}.md`,
    text: `${front(id, title, banks.length + open.length > 0)}\n${pages.map((page) => page.join('\n\n')).join('\n\n')}\n`,
  };
}

/** Turns categories into headings, where a file has them. */
function withHeadings(pieces: readonly Piece[]): readonly Piece[] {
  let last = '';
  return pieces.flatMap((piece): Piece[] => {
    if (piece.kind !== 'question') return [piece];
    const { category, line } = piece.question;
    const own = category.join(' › ');
    if (own === last) return [piece];
    last = own;
    return own === '' ? [piece] : [{ kind: 'heading', level: 1, text: own, line }, piece];
  });
}

/** Finds the title of a document, if its first heading stands for the whole, and the level of its pages. */
function pageLevel(pieces: readonly Piece[]): { readonly level: number; readonly title?: string } {
  const levels = pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece.level] : []));
  const [first] = pieces;
  const top = Math.min(...levels, 6);
  const isTitle =
    first?.kind === 'heading' && levels.filter((level) => level === top).length === 1 && first.level === top && levels.length > 1;
  if (!isTitle) return { level: levels.length === 0 ? 1 : top };
  return { level: Math.min(...levels.slice(1)), title: plainTitle(first.text) };
}

/** Collects the pages of a session. */
class Pages {
  readonly #ids: Ids;
  readonly #blocks: string[] = [];
  /** Level of the last heading inside the page; 1 for the page's own. */
  #depth = 1;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  page(title: string): void {
    this.#depth = 1;
    this.#blocks.push(`# ${title} {#${this.#ids.make(title, 'page')}}`);
  }

  heading(level: number, text: string): void {
    this.#depth = Math.max(2, Math.min(level, this.#depth + 1, 6));
    this.#blocks.push(`${'#'.repeat(this.#depth)} ${text}`);
  }

  add(text: string): void {
    if (text !== '') this.#blocks.push(text);
  }

  text(): string {
    return this.#blocks.join('\n\n');
  }
}

/** Writes a session with all pieces in their order. */
export function writeSession(
  pieces: readonly Piece[],
  session: { readonly id: string; readonly title: string },
  titles: PageTitles,
  ids: Ids,
  writer: QuestionWriter,
): Document {
  const all = withHeadings(pieces);
  const { level, title } = pageLevel(all);
  const [first] = all;
  // The text below the title of the whole is a page of that name.
  const opening = title !== undefined && first?.kind === 'heading' ? first.text : titles.page;
  const pages = new Pages(ids);
  for (const piece of title === undefined ? all : all.slice(1)) {
    if (piece.kind === 'heading' && piece.level <= level) pages.page(piece.text);
    else {
      if (pages.isEmpty) pages.page(opening);
      if (piece.kind === 'heading') pages.heading(piece.level - level + 1, piece.text);
      else pages.add(piece.kind === 'prose' ? `${writer.reviewsAt(piece.line)}${piece.text}` : (writer.write(piece.question)?.text ?? ''));
    }
  }
  return {
    path: `${session.id}.md`,
    text: `${front(
      session.id,
      title || session.title,
      writer.written.some(({ id }) => id !== ''),
    )}\n${pages.text()}\n`,
  };
}
