import { freeName } from '../../model/free-name.ts';
import { slug } from '../../model/slug.ts';
import type { Question } from '../model.ts';

/** Names that other tools number their questions with: `Q1`, `Question 12`, `3.`. */
const NUMBERED = /^(?:q|question|item|exercice|exercise|frage|no?)?[\s._°-]*\d*[\s.):]*$/i;

/** Words of Markdown without its marks. */
function wordsOf(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/[*_`[\]#>|~^]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Makes ids that are unique in a course: the same file gives the same ids in a new course. */
export class Ids {
  readonly #taken: Set<string>;

  /** @param taken ids of the course */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** Makes an id of a text. */
  make(text: string, fallback: string): string {
    const id = freeName(slug(wordsOf(text), fallback), (one) => this.#taken.has(one));
    this.#taken.add(id);
    return id;
  }

  /** Makes the id of a question: of its identifier, of its name, else of its text. */
  ofQuestion({ idNumber = '', name, text }: Question): string {
    if (slug(idNumber, '') !== '') return this.make(idNumber, 'question');
    return this.make(slug(name, '') === '' || NUMBERED.test(name.trim()) ? text : name, 'question');
  }
}
