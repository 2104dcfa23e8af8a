import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Block } from '../../../model/source.ts';
import { escapeHtml, plainHtml } from '../../../text/plain-html.ts';
import { dropPrintMarks, setPrintMarks } from '../../../text/print-marks.ts';
import { typography } from '../../../text/typography.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';

/** A selectable piece of the text. */
interface Passage {
  readonly token: Token;
  /** HTML between the previous passage and this one. */
  readonly lead: string;
  readonly html: string;
  readonly text: string;
  /** True if it is in `[[…]]`. */
  readonly right: boolean;
}

/** Piece of a block: a tag, a marked passage, or words. */
type Piece = { readonly kind: 'tag' | 'words' | 'found'; readonly text: string };

/** Comments are removed from authors' texts, so none can be confused with it. */
const GAP = '<!--passage-->';
const PIECES = /(<!--passage-->|<[^>]*>)/;
/** A clause ends with its punctuation; `14:30`, `12,5` and `&amp;` contain no end. */
const CLAUSE_END = /(?<=[,;:.!?…»])(?<!&[a-z]+;)\s+/;
const EDGES = /^([\s\u00a0\u202f«»(]*)([\s\S]*?)((?:(?<!&[a-z]+);|[\s\u00a0\u202f,:.!?…«»)])*)$/;
/** A passage of fewer words is part of the text around it: « et », « par exemple ». */
const FEWEST_WORDS = 3;

function piecesOf(block: Exclude<Block, { kind: 'directive' }>, context: FormContext): Piece[] {
  const found: string[] = [];
  const html = block.html((content) => {
    if (content === '') context.error('empty-blank', block.at);
    const variable = /\{\{\s*([^{}]*?)\s*\}\}/.exec(content);
    if (variable) context.error('answer-in-variable', block.at, { name: variable[1] ?? '' });
    found.push(content);
    return GAP;
  });
  if (/\[\[|\]\]/.test(plainHtml(html.replace(/<(code|pre)\b.*?<\/\1>/gs, '')))) context.error('unclosed-blank', block.at);
  return dropPrintMarks(html)
    .split(PIECES)
    .map((text): Piece => {
      if (text === GAP) return { kind: 'found', text: found.shift() ?? '' };
      return { kind: text.startsWith('<') ? 'tag' : 'words', text };
    });
}

class Reader {
  readonly passages: Passage[] = [];
  lead = '';
  private readonly context: FormContext;

  constructor(context: FormContext) {
    this.context = context;
  }

  private add(html: string, text: string, source: string, right: boolean): void {
    const token = this.context.part({ text: source, ...(right && { key: 'x' }) });
    this.passages.push({ token, lead: this.lead, html: setPrintMarks(html, this.context.lang), text, right });
    this.lead = '';
  }

  /** Splits unmarked text into clauses, which can be chosen one by one. */
  private words(text: string): void {
    for (const [index, clause] of text.split(CLAUSE_END).entries()) {
      const [, before = '', inside = '', behind = ''] = EDGES.exec(clause) ?? [];
      this.lead += (index > 0 ? ' ' : '') + before;
      if (inside.split(/\s+/).length < FEWEST_WORDS) this.lead += inside;
      else this.add(inside, plainHtml(inside), plainHtml(inside), false);
      this.lead += behind;
    }
  }

  read({ kind, text }: Piece): void {
    if (kind === 'tag') this.lead += text;
    else if (kind === 'words') this.words(text);
    else {
      const shown = typography(text, this.context.lang);
      this.add(escapeHtml(shown), shown, text, true);
    }
  }
}

export interface PassagesBody {
  readonly prompt: Html;
  /** In the order of the text. */
  readonly passages: readonly Passage[];
  /** Text after the last passage. */
  readonly html: Html;
}

/**
 * Reads a text in which passages are to be found: `{ prompt, passages: [{ token, lead, html, text, right }], html }`. Passages
 * in `[[…]]` are right; the rest can be chosen clause by clause. Blocks before the first one with a passage are the prompt; the
 * last piece of the text is `html`.
 */
export const passages: Form<PassagesBody> = {
  leaves: ['box', 'quoted-box'],
  read(body, context) {
    const blocks = body.filter((block) => block.kind !== 'quote');
    const texts = blocks.filter((block) => block.kind !== 'directive');
    for (const block of blocks) if (block.kind === 'directive') context.html([block]);
    const pieces = texts.map((block) => piecesOf(block, context));
    const start = Math.max(
      0,
      pieces.findIndex((list) => list.some(({ kind }) => kind === 'found')),
    );
    const reader = new Reader(context);
    for (const piece of pieces.slice(start).flat()) reader.read(piece);
    return { prompt: context.html(texts.slice(0, start)), passages: reader.passages, html: reader.lead };
  },
};
