import type { ModuleContent } from '../model/course.ts';
import type { Tracker } from '../tracker.ts';
import { answerText } from './answer-text.ts';
import { type Line, linesByChapter } from './chapters.ts';
import { all, byId, make } from './element.ts';
import type { Frames } from './frames.ts';
import { copyText, downloadFile } from './keep-text.ts';
import { nameAndRest } from './short-name.ts';
import { t } from './words.ts';

/** What the learner wrote and answered, page by page. */
export interface Notebook {
  /** Writes the view. */
  write(): void;
  /** Copies it as plain text; the button says so. */
  copy(button: HTMLElement): void;
  download(): void;
}

/** A line of the view: a long question is a heading and a paragraph. In plain text it stays as it is. */
function elementsOf([tag, text]: Line): HTMLElement[] {
  if (tag === 'p') return [make('p', 'c-entry', text)];
  const [name, rest] = nameAndRest(text);
  return [make(tag, '', name), ...(rest ? [make('p', '', rest)] : [])];
}

const BREAKS = { h2: '\n\n', h3: '\n', h4: '\n', p: '' } as const;

/** Gives the learner a text as a file, named after the module. */
export function downloadText(text: string, module: string): void {
  downloadFile(text, 'text/plain', `${module}-${t('notebook.file')}.txt`);
}

/** @param open shows the view, where the text can be copied by hand */
export function createNotebook(
  content: ModuleContent,
  tracker: Tracker,
  frames: Frames,
  announce: (text: string) => void,
  open: () => void,
): Notebook {
  function answerLines(root: HTMLElement): Line[] {
    const id = root.dataset.activity ?? '';
    const activity = content.activities.find((one) => one.id === id);
    const body = root.querySelector<HTMLElement>(':scope > [data-body]');
    if (!activity || !body) return [];
    const { answer, submitted } = tracker.standing(id);
    const asks = root.querySelector(':scope > .c-actions');
    const text = answer === null ? '' : (frames.of(id)?.text() ?? (asks ? answerText(body) : ''));
    return text
      ? [
          ['h3', activity.heading ?? activity.title],
          ['p', submitted ? text : `${text}\n(${t('notebook.draft')})`],
        ]
      : [];
  }

  /** Pages seen in an earlier visit are mounted first: their fields hold the answers. */
  function read(): readonly Line[] {
    const { seen } = tracker.state();
    return linesByChapter(content, (pages) =>
      pages.flatMap(({ id, n, title }) => {
        const section = byId(`p-${id}`);
        if (seen.includes(n)) frames.mountIn(section);
        const lines = all('[data-activity]', section).flatMap(answerLines);
        return lines.length ? [['h2', title] as const, ...lines] : [];
      }),
    );
  }

  function plain(): string {
    const lines = read().map(([tag, text]) => BREAKS[tag] + text);
    // A course that is one SCO is called as itself.
    return [...new Set([content.courseTitle, content.title]), ...lines, ''].join('\n');
  }

  return {
    write() {
      const lines = read().flatMap(elementsOf);
      byId('c-notebook').replaceChildren(...(lines.length ? lines : [make('p', '', t('notebook.empty'))]));
      (byId('c-text') as HTMLTextAreaElement).value = plain();
    },
    copy(button) {
      const done = copyText(plain());
      button.focus();
      if (done) (button.querySelector('span') ?? button).textContent = t('copied');
      else {
        open();
        (byId('c-plain') as HTMLDetailsElement).open = true;
        (byId('c-text') as HTMLTextAreaElement).select();
      }
      announce(t(done ? 'copied' : 'copy.select'));
    },
    download: () => downloadText(plain(), content.id),
  };
}
