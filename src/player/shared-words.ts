import { LARGEST_NOTEBOOK } from '../model/record/notebook-file.ts';
import type { LearnerState } from '../model/state/state.ts';
import { type CourseNotebook, type CourseNotebookWorld, openCourseNotebook } from './course-notebook.ts';
import { make } from './widgets/element.ts';
import { downloadFile } from './widgets/keep-text.ts';
import { t } from './widgets/strings.ts';

/** The course notebook on the page. */
export interface SharedWords extends Pick<CourseNotebook, 'recall' | 'keep'> {
  /**
   * Shows in an activity which answers of other modules are missing, with a way to open a notebook. Removes the notice if none are.
   * @param opened called once a notebook was opened
   */
  notice(root: HTMLElement, opened: () => void): void;
  /** Offers the notebook as a file at the end of the notebook's view. */
  offer(host: HTMLElement, state: () => LearnerState): void;
}

/** Makes a folded text area, for copying or pasting a text. */
function textBelow(label: string, area: HTMLTextAreaElement): HTMLElement {
  area.className = 'c-input';
  area.rows = 4;
  area.setAttribute('aria-label', label);
  return make('details', 'c-details', make('summary', '', label), make('div', 'c-details-body', area));
}

/** Returns the sentence about an activity's missing answers; '' if there are none. */
function missingText(notebook: CourseNotebook, by: string): string {
  const modules = [...new Set(notebook.missing(by).map(({ module }) => module))];
  const values = { n: modules.length, module: modules.join(', ') };
  if (modules.length === 0) return '';
  return notebook.mayKeep() ? t('shared.missing', values) : t('shared.never', values);
}

/** Makes the box for opening a notebook file. @param done called once one was opened */
function openingBox(notebook: CourseNotebook, by: string, done: () => void): HTMLElement {
  const status = make('p', 'c-shared-said');
  status.setAttribute('role', 'status');
  const file = make('input', 'c-input');
  const area = make('textarea', '');

  function take(text: string): void {
    const problem = notebook.open(text);
    if (!problem) done();
    const now = problem ?? (notebook.missing(by).length > 0 ? 'without' : '');
    status.textContent = now && t(`shared.problem.${now}`);
  }

  file.type = 'file';
  file.accept = '.json,application/json';
  file.onchange = () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    // Don't read files that are too large: it might be a film.
    if (chosen.size > 3 * LARGEST_NOTEBOOK) status.textContent = t('shared.problem.large');
    else chosen.text().then(take, () => take(''));
    file.value = '';
  };
  area.oninput = () => {
    if (area.value.trim()) take(area.value);
  };
  const label = make('label', 'c-label', t('shared.open'), file);
  const box = make('div', 'c-shared', make('p', '', missingText(notebook, by)), label, textBelow(t('shared.paste'), area), status);
  box.dataset.note = 'skip';
  return box;
}

/** Opens the notebook of a course, and shows the parts that the page needs. */
export function openSharedWords(world: CourseNotebookWorld): SharedWords {
  const notebook = openCourseNotebook(world);
  return {
    ...notebook,
    notice(root, opened) {
      const by = root.dataset.activity ?? '';
      const old = root.querySelector(':scope > .c-shared');
      const text = missingText(notebook, by);
      if (text && old) (old.firstChild as HTMLElement).textContent = text;
      else if (!text) old?.remove();
      else {
        const done = (): void => {
          if (notebook.missing(by).length === 0) root.focus();
          opened();
        };
        root.querySelector(':scope > [data-body]')?.before(openingBox(notebook, by, done));
      }
    },
    offer(host, state) {
      const text = notebook.file(state());
      if (!text) return;
      const button = make('button', 'c-button', t('shared.save'));
      button.type = 'button';
      button.onclick = () => downloadFile(notebook.file(state()), 'application/json', `${world.content.course}-${t('notebook.file')}.json`);
      const area = make('textarea', '');
      area.readOnly = true;
      area.value = text;
      const tools = make('p', 'c-tools', button);
      host.append(make('div', 'c-shared', make('p', '', t('shared.save.about')), tools, textBelow(t('shared.plain'), area)));
    },
  };
}
