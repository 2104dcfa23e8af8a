import { LARGEST_NOTEBOOK } from '../model/notebook-file.ts';
import type { LearnerState } from '../model/state.ts';
import { type CourseNotebook, type CourseNotebookWorld, openCourseNotebook } from './course-notebook.ts';
import { make } from './element.ts';
import { downloadFile } from './keep-text.ts';
import { t } from './words.ts';

/** The course notebook on the page. */
export interface SharedWords extends Pick<CourseNotebook, 'recall' | 'keep'> {
  /**
   * Says in an activity what is missing of other modules, with a way to open a notebook; takes that away where nothing is missing.
   * @param opened is called once a notebook was opened
   */
  notice(root: HTMLElement, opened: () => void): void;
  /** Offers the notebook as a file at the end of the notebook's view. */
  offer(host: HTMLElement, state: () => LearnerState): void;
}

/** A text to copy or to paste, folded. */
function textBelow(label: string, area: HTMLTextAreaElement): HTMLElement {
  area.className = 'c-input';
  area.rows = 4;
  area.setAttribute('aria-label', label);
  return make('details', 'c-details', make('summary', '', label), make('div', 'c-details-body', area));
}

/** Opens the notebook of a course, and shows what is to be shown of it. */
export function openSharedWords(world: CourseNotebookWorld): SharedWords {
  const notebook = openCourseNotebook(world);

  function sentence(by: string): string {
    const modules = [...new Set(notebook.missing(by).map(({ module }) => module))];
    const values = { n: modules.length, module: modules.join(', ') };
    if (modules.length === 0) return '';
    return notebook.mayKeep() ? t('shared.missing', values) : t('shared.never', values);
  }

  function build(by: string, done: () => void): HTMLElement {
    const said = make('p', 'c-shared-said');
    said.setAttribute('role', 'status');
    const file = make('input', 'c-input');
    const area = make('textarea', '');

    function take(text: string): void {
      const problem = notebook.open(text);
      if (!problem) done();
      const now = problem ?? (notebook.missing(by).length > 0 ? 'without' : '');
      said.textContent = now && t(`shared.problem.${now}`);
    }

    file.type = 'file';
    file.accept = '.json,application/json';
    file.onchange = () => {
      const [chosen] = file.files ?? [];
      if (!chosen) return;
      // Not even read where it can't be one: it might be a film.
      if (chosen.size > 3 * LARGEST_NOTEBOOK) said.textContent = t('shared.problem.large');
      else chosen.text().then(take, () => take(''));
      file.value = '';
    };
    area.oninput = () => {
      if (area.value.trim()) take(area.value);
    };
    const label = make('label', 'c-label', t('shared.open'), file);
    const box = make('div', 'c-shared', make('p', '', sentence(by)), label, textBelow(t('shared.paste'), area), said);
    box.dataset.note = 'skip';
    return box;
  }

  return {
    ...notebook,
    notice(root, opened) {
      const by = root.dataset.activity ?? '';
      const old = root.querySelector(':scope > .c-shared');
      const words = sentence(by);
      if (words && old) (old.firstChild as HTMLElement).textContent = words;
      else if (!words) old?.remove();
      else {
        const done = (): void => {
          if (notebook.missing(by).length === 0) root.focus();
          opened();
        };
        root.querySelector(':scope > [data-body]')?.before(build(by, done));
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
