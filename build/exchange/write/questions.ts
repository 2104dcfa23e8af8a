import { REVIEW } from '../html/loss.ts';
import type { Formatter } from '../messages.ts';
import type { Lang, Message, Question, Remark } from '../model.ts';
import type { Ids } from './ids.ts';
import { NotWritable, type WriteContext } from './parts.ts';
import { writeQuestion } from './question.ts';
import { wholeText } from './whole-text.ts';

/** Input of writing the questions of a file. */
export interface WritingInput {
  readonly lang: Lang;
  readonly ids: Ids;
  readonly competencies: ReadonlySet<string>;
  /** Remarks of the reading: those to review are written beside their question. */
  readonly remarks: readonly Remark[];
  readonly format: Formatter;
}

/** A question that was written. */
export interface WrittenQuestion {
  readonly id: string;
  readonly question: Question;
  readonly text: string;
}

/** Writes the questions of a file one by one, and collects what is to be reported. */
export class QuestionWriter {
  readonly remarks: Remark[] = [];
  readonly written: WrittenQuestion[] = [];
  readonly #input: WritingInput;
  /** Remarks to review, by line. */
  readonly #toReview = new Map<number, Remark[]>();

  constructor(input: WritingInput) {
    this.#input = input;
    for (const remark of input.remarks.filter(({ level }) => level === 'review'))
      this.#toReview.set(remark.line, [...(this.#toReview.get(remark.line) ?? []), remark]);
  }

  /** Reports a question that isn't written, and keeps its text. */
  refuse(question: Question, message: Message): void {
    this.remarks.push({ level: 'refused', line: question.line, text: wholeText(question), ...message });
  }

  #context(question: Question, found: Remark[]): WriteContext {
    const { lang, competencies } = this.#input;
    const remark: WriteContext['remark'] = (level, key, values = {}) =>
      found.push({ level, key: `write.${key}`, line: question.line, values });
    const isDraft = this.#toReview.get(question.line)?.some(({ key }) => key === 'no-right') ?? false;
    return { lang, competencies, isDraft, remark };
  }

  /** Formats what the author has to complete at a line, as comments: no package contains them. */
  reviewsAt(line: number): string {
    const { format, lang } = this.#input;
    return (this.#toReview.get(line) ?? []).map((remark) => `<!-- ${REVIEW[lang]}${format(remark).replace(/--+>?/g, '–')} -->\n`).join('');
  }

  /** Writes a question; undefined if it can't be written, which is reported. */
  write(question: Question): WrittenQuestion | undefined {
    const found: Remark[] = [];
    try {
      const draft = writeQuestion(question, 'draft', this.#context(question, []));
      const id = question.kind === 'description' ? '' : this.#input.ids.ofQuestion(question);
      const text = id === '' ? draft : writeQuestion(question, id, this.#context(question, found));
      const one = { id, question, text: `${this.reviewsAt(question.line)}${text}` };
      this.written.push(one);
      this.remarks.push(...found);
      return one;
    } catch (error) {
      if (!(error instanceof NotWritable)) throw error;
      this.refuse(question, { key: `write.${error.key}`, values: error.values });
      return undefined;
    }
  }
}
