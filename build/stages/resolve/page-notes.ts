import type { Html } from '../../../src/model/course/activity.ts';
import { type NoteMark, withNotes } from '../../model/markers.ts';

const WORDS = {
  fr: { list: 'Notes', note: 'Note', back: 'Retour au texte, note', reference: 'appel' },
  en: { list: 'Notes', note: 'Note', back: 'Back to the text, note', reference: 'reference' },
} as const;

/** U+FE0E makes the arrow text, not an emoji. */
const ARROW = '\u21a9\ufe0e';

/** Note of a text, and the number of references. */
interface Noted {
  readonly id: string;
  readonly number: number;
  readonly html: Html;
  references: number;
}

/** Footnotes of one text, numbered from 1 in the order of their references. */
export interface TextNotes {
  /** Replaces the markers of a text with the numbers of its notes. */
  take(html: Html): Html;
  /** HTML list of the notes taken so far; '' if there are none. */
  list(): Html;
}

/** Footnotes of a page or an activity. Each text has its own numbers; ids are unique. */
export class NoteScope {
  private readonly id: string;
  private readonly words: (typeof WORDS)['fr' | 'en'];
  private count = 0;

  /** @param id of the page or activity. The player follows links to `#a-…`; no activity's id has a `_`. */
  constructor(id: string, lang: string) {
    this.id = `a-${id}`;
    this.words = WORDS[lang === 'en' ? 'en' : 'fr'];
  }

  text(): TextNotes {
    const notes = new Map<string, Noted>();
    return {
      take: (html) => withNotes(html, (mark) => this.reference(mark, notes)),
      list: () => (notes.size === 0 ? '' : this.list([...notes.values()])),
    };
  }

  /** Numbers the notes of one text and puts their list below it. */
  whole(html: Html): Html {
    const notes = this.text();
    const text = notes.take(html);
    const list = notes.list();
    return list === '' ? text : `${text}\n${list}`;
  }

  private reference({ label, html }: NoteMark, notes: Map<string, Noted>): Html {
    // Included files may use one name for two notes.
    const key = `${label} ${html}`;
    const note = notes.get(key) ?? { id: `${this.id}_${++this.count}`, number: notes.size + 1, html, references: 0 };
    notes.set(key, note);
    note.references += 1;
    const name = `${this.words.note} ${note.number}`;
    return `<sup class="c-noteref"><a href="#${note.id}" id="${note.id}-${note.references}" role="doc-noteref" aria-label="${name}">${note.number}</a></sup>`;
  }

  private list(notes: readonly Noted[]): Html {
    const lines = notes.map(({ id, number, html, references }) => {
      const links = Array.from({ length: references }, (_, index) => {
        const which = references > 1 ? `, ${this.words.reference} ${index + 1}` : '';
        return ` <a href="#${id}-${index + 1}" role="doc-backlink" aria-label="${this.words.back} ${number}${which}">${ARROW}</a>`;
      }).join('');
      const text = html.endsWith('</p>') ? `${html.slice(0, -'</p>'.length)}${links}</p>` : `${html}<p>${links}</p>`;
      return `<li id="${id}" tabindex="-1">${text}</li>`;
    });
    // A group, not a landmark: a page may have several lists.
    return `<div class="c-notes" role="group" aria-label="${this.words.list}">\n<ol>\n${lines.join('\n')}\n</ol>\n</div>`;
  }
}
