import type { ModuleContent } from '../model/course.ts';
import type { Tracker } from '../tracker.ts';
import { answerText } from './answer-text.ts';
import { download } from './download.ts';
import { all, byId, make } from './element.ts';
import type { Frames } from './frames.ts';
import { t } from './words.ts';

/** What the learner wrote and answered, page by page. */
export interface Notebook {
  /** Writes the view. */
  write(): void;
  /** Copies it as plain text; the button says so. */
  copy(button: HTMLElement): void;
  download(): void;
}

/** A page's title, a question, an answer. */
type Line = readonly ['h2' | 'h3' | 'p', string];

const BREAKS = { h2: '\n\n', h3: '\n', p: '' } as const;

/** Gives the learner a text as a file, named after the module. */
export function downloadText(text: string, module: string): void {
  download(`${module}-${t('notebook.file')}.txt`, text);
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
          ['h3', activity.title],
          ['p', submitted ? text : `${text}\n(${t('notebook.draft')})`],
        ]
      : [];
  }

  /** Pages seen in an earlier visit are mounted first: their fields hold the answers. */
  function read(): Line[] {
    const { seen } = tracker.state();
    return content.pages.flatMap(({ id, n, title }) => {
      const section = byId(`p-${id}`);
      if (seen.includes(n)) frames.mountIn(section);
      const lines = all('[data-activity]', section).flatMap(answerLines);
      return lines.length ? [['h2', title] as const, ...lines] : [];
    });
  }

  function plain(): string {
    const lines = read().map(([tag, text]) => BREAKS[tag] + text);
    return [content.courseTitle, content.title, ...lines, ''].join('\n');
  }

  return {
    write() {
      const lines = read().map(([tag, text]) => make(tag, tag === 'p' ? 'c-entry' : '', text));
      byId('c-notebook').replaceChildren(...(lines.length ? lines : [make('p', '', t('notebook.empty'))]));
      (byId('c-text') as HTMLTextAreaElement).value = plain();
    },
    copy(button) {
      // Works where a frame has no permission for the newer clipboard.
      const field = make('textarea', 'c-words');
      field.value = plain();
      document.body.append(field);
      field.select();
      const done = document.execCommand('copy');
      field.remove();
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
