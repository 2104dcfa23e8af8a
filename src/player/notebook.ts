import type { ModuleContent } from '../model/course/course.ts';
import type { Tracker } from '../visit/tracker.ts';
import { type Line, linesByChapter } from './chapters.ts';
import type { Frames } from './frame/frames.ts';
import { nameAndRest } from './short-name.ts';
import { all, byId, make } from './widgets/element.ts';
import { copyText, downloadFile } from './widgets/keep-text.ts';
import { t } from './widgets/strings.ts';

/** Makes the elements of a line: a long question becomes a heading and a paragraph. */
function elementsOf([tag, text]: Line): HTMLElement[] {
  if (tag === 'p') return [make('p', 'c-entry', text)];
  const [name, rest] = nameAndRest(text);
  return [make(tag, '', name), ...(rest ? [make('p', '', rest)] : [])];
}

const BREAKS = { h2: '\n\n', h3: '\n', h4: '\n', p: '' } as const;

/** Services that the notebook needs from the page around it. */
interface NotebookWorld {
  readonly content: ModuleContent;
  readonly tracker: Tracker;
  readonly frames: Frames;
}

function linesOf({ content, tracker, frames }: NotebookWorld, root: HTMLElement): Line[] {
  const id = root.dataset.activity ?? '';
  const activity = content.activities.find((one) => one.id === id);
  if (!activity) return [];
  const { answer, submitted } = tracker.standing(id);
  const text = answer === null ? '' : frames.textOf(root);
  return text
    ? [
        ['h3', activity.heading ?? activity.title],
        ['p', submitted ? text : `${text}\n(${t('notebook.draft')})`],
      ]
    : [];
}

/** Reads what the learner wrote and answered. Pages seen in an earlier visit are mounted first: their fields hold the answers. */
function read(world: NotebookWorld): readonly Line[] {
  const { content, tracker, frames } = world;
  const { seen } = tracker.state();
  return linesByChapter(content, (pages) =>
    pages.flatMap(({ id, n, title }) => {
      const section = byId(`p-${id}`);
      if (seen.includes(n)) frames.mountIn(section);
      const lines = all('[data-activity]', section).flatMap((root) => linesOf(world, root));
      return lines.length ? [['h2', title] as const, ...lines] : [];
    }),
  );
}

function plain(world: NotebookWorld): string {
  const { courseTitle, title } = world.content;
  const lines = read(world).map(([tag, text]) => BREAKS[tag] + text);
  // In a course that is one SCO, both titles are the same.
  return [...new Set([courseTitle, title]), ...lines, ''].join('\n');
}

/** Lists the pages of the notebook if there are several; each entry leads to its heading. */
function contentsOf(elements: readonly HTMLElement[]): HTMLElement[] {
  const headings = elements.filter((one) => one.matches('h2'));
  if (headings.length < 2) return [];
  const items = headings.map((heading, index) => {
    heading.id = `n-${index}`;
    heading.tabIndex = -1;
    const link = make('a', '', heading.textContent ?? '');
    link.href = `#${heading.id}`;
    return make('li', '', link);
  });
  const list = make('ul', 'c-notebook-contents', ...items);
  list.setAttribute('aria-label', t('contents'));
  return [list];
}

/** Writes the view. */
export function writeNotebook(world: NotebookWorld): void {
  const lines = read(world).flatMap(elementsOf);
  byId('c-notebook').replaceChildren(...(lines.length ? [...contentsOf(lines), ...lines] : [make('p', '', t('notebook.empty'))]));
  (byId('c-text') as HTMLTextAreaElement).value = plain(world);
}

/**
 * Copies the notebook as plain text; the button shows it.
 * @param open shows the view, where the text can be copied by hand
 * @returns sentence to announce
 */
export function copyNotebook(world: NotebookWorld, button: HTMLElement, open: () => void): string {
  const done = copyText(plain(world));
  button.focus();
  if (done) (button.querySelector('span') ?? button).textContent = t('copied');
  else {
    open();
    (byId('c-plain') as HTMLDetailsElement).open = true;
    (byId('c-text') as HTMLTextAreaElement).select();
  }
  return t(done ? 'copied' : 'copy.select');
}

/** Downloads a text as a file named after the module. */
export function downloadText(text: string, module: string): void {
  downloadFile(text, 'text/plain', `${module}-${t('notebook.file')}.txt`);
}

/** Downloads the notebook as a file. */
export function downloadNotebook(world: NotebookWorld): void {
  downloadText(plain(world), world.content.id);
}
