import type { Owner } from '../model/codec.ts';
import type { Tracker } from '../tracker.ts';
import { make } from './element.ts';
import type { Keeping } from './keeping.ts';
import { lossesOf } from './losses.ts';
import { t } from './words.ts';

/** Services that the dialog needs from the page around it. */
export interface ForgetWorld {
  readonly module: Owner;
  readonly tracker: Tracker;
  readonly keeping: Keeping;
  /** Begins the module afresh; absent where an LMS has the work. */
  readonly afresh?: (() => void) | undefined;
  /** Nothing is kept any more. */
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

/** Changes the report only where it reads otherwise: a screen reader says it again at each change. */
function say(report: HTMLElement, ...lines: readonly HTMLElement[]): void {
  if (report.textContent !== lines.map((line) => line.textContent).join('')) report.replaceChildren(...lines);
}

function showQuestion({ report, erase }: Parts, { module, tracker, keeping }: ForgetWorld): void {
  const isSaving = tracker.saveStatus() === 'saving';
  const lines = (isSaving ? [] : lossesOf(module, tracker, keeping)).map((loss) => make('li', '', t(`forget.lost.${loss}`)));
  const sentence = isSaving ? 'forget.saving' : lines.length > 0 ? 'forget.lost' : 'forget.safe';
  say(report, make('p', '', t(sentence)), ...(lines.length > 0 ? [make('ul', '', ...lines)] : []));
  erase.hidden = isSaving;
  erase.textContent = t(lines.length > 0 ? 'forget.anyway' : 'forget.now');
}

/** Describes where work is saved from now on; '' where this page saves none. */
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
  say(report, make('p', '', t('forget.done')), ...(next ? [make('p', '', next)] : []));
  erase.hidden = true;
  cancel.textContent = t(world.afresh ? 'forget.again' : 'close');
  cancel.focus();
}

/** Asks whether to erase what this browser keeps of the course, once the work is saved; lists what would be lost. */
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
  // On a small screen the buttons may stand below the edge.
  title.focus();
  // Erased before in this visit.
  if (!keeping.kept()) finish();
}
