import type { Owner } from '../model/state/codec.ts';
import type { Tracker } from '../visit/tracker.ts';
import type { Keeping } from './keeping.ts';
import { lossesOf } from './losses.ts';
import { make } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

/** Services that the dialog needs from the page around it. */
export interface ForgetWorld {
  readonly module: Owner;
  readonly tracker: Tracker;
  readonly keeping: Keeping;
  /** Restarts the module; absent if an LMS has the work. */
  readonly afresh?: (() => void) | undefined;
  /** Called once everything is erased. */
  erased(): void;
}

/** The parts of the dialog that change. */
interface Parts {
  readonly dialog: HTMLDialogElement;
  readonly title: HTMLElement;
  readonly about: HTMLElement;
  readonly report: HTMLElement;
  readonly cancel: HTMLButtonElement;
  readonly erase: HTMLButtonElement;
}

function button(className: string, action: string): HTMLButtonElement {
  const made = make('button', className);
  made.type = 'button';
  made.dataset.action = action;
  return made;
}

function build(about: string): Parts {
  const title = make('h2', '', t('forget.title'));
  const report = make('div', 'c-dialog-report');
  const cancel = button('c-button c-button-main', 'close');
  const erase = button('c-button', 'erase');
  const paragraph = make('p', '', about);
  const dialog = make('dialog', 'c-dialog', title, paragraph, report, make('p', 'c-tools', cancel, erase));
  title.id = 'c-forget-title';
  title.tabIndex = -1;
  dialog.setAttribute('aria-labelledby', title.id);
  report.setAttribute('role', 'status');
  cancel.textContent = t('cancel');
  return { dialog, title, about: paragraph, report, cancel, erase };
}

/** Updates the report only if its text differs: a screen reader repeats it at each change. */
function showIn(report: HTMLElement, ...lines: readonly HTMLElement[]): void {
  if (report.textContent !== lines.map((line) => line.textContent).join('')) report.replaceChildren(...lines);
}

function showQuestion({ report, erase }: Parts, { module, tracker, keeping }: ForgetWorld): void {
  const isSaving = tracker.saveStatus() === 'saving';
  const lines = (isSaving ? [] : lossesOf(module, tracker, keeping)).map((loss) => make('li', '', t(`forget.lost.${loss}`)));
  const sentence = isSaving ? 'forget.saving' : lines.length > 0 ? 'forget.lost' : 'forget.safe';
  showIn(report, make('p', '', t(sentence)), ...(lines.length > 0 ? [make('ul', '', ...lines)] : []));
  erase.hidden = isSaving;
  erase.textContent = t(lines.length > 0 ? 'forget.anyway' : 'forget.now');
}

/** Describes where work is saved from now on; '' if this page saves none. */
function outlook({ tracker }: ForgetWorld): string {
  const status = tracker.saveStatus();
  if (document.body.hasAttribute('data-left')) return '';
  if (status === 'failed') return t('forget.wait');
  return status === 'saved' || status === 'saving' ? t('forget.on') : '';
}

function showEnd({ title, about, report, cancel, erase }: Parts, world: ForgetWorld): void {
  const next = outlook(world);
  title.textContent = t('erased');
  about.remove();
  showIn(report, make('p', '', t('forget.done')), ...(next ? [make('p', '', next)] : []));
  erase.hidden = true;
  cancel.textContent = t(world.afresh ? 'forget.again' : 'close');
  cancel.focus();
}

/** Asks whether to erase this browser's data of the course, once the work is saved; lists the data that would be lost. */
export function openForget(world: ForgetWorld): void {
  const { tracker, keeping, afresh, erased } = world;
  const parts = build(t(afresh ? 'forget.about.alone' : 'forget.about'));
  const { dialog, title, cancel, erase } = parts;
  let isDone = false;

  function finish(): void {
    isDone = true;
    keeping.erase();
    erased();
    showEnd(parts, world);
  }

  const stop = tracker.subscribe(() => {
    if (!isDone) showQuestion(parts, world);
  });
  cancel.onclick = () => dialog.close();
  erase.onclick = finish;
  dialog.onclose = () => {
    stop();
    dialog.remove();
    if (isDone) afresh?.();
  };
  document.body.append(dialog);
  tracker.flush();
  showQuestion(parts, world);
  dialog.showModal();
  // On a small screen the buttons may be below the visible area.
  title.focus();
  // The data was already erased in this visit.
  if (!keeping.kept()) finish();
}
