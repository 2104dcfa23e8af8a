import { ignorePressesAtRest } from './calm.ts';
import type { Frames, FramesWorld } from './frame/frames.ts';
import { rootOf } from './frame/root-of.ts';
import { announce } from './frame/spoken.ts';
import type { Keeping } from './keeping.ts';
import type { News } from './news.ts';
import { copyNotebook, downloadNotebook, writeNotebook } from './notebook.ts';
import { ignoreSecondClicks } from './page-events.ts';
import type { Pages } from './pages.ts';
import { linkList } from './progress.ts';
import type { RestOfModule } from './rest.ts';
import type { Results } from './results.ts';
import { focusTitle, SHOWN } from './save-status.ts';
import type { Steps } from './steps.ts';
import { all, byId } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

/** Services that the player needs from the launch. */
export interface PlayerWorld extends Omit<FramesWorld, 'goOn' | 'overview'> {
  readonly rest: RestOfModule;
  /** Returns the code loaded with the rest: views of the results and the notebook, and more. */
  results(): Results | undefined;
  readonly keeping: Keeping;
  /** Reloads the module for a new visit; absent if only the LMS can. */
  readonly reopen?: (() => void) | undefined;
}

/** Running page, as needed by the learner's buttons. */
export interface Player extends PlayerWorld {
  readonly frames: Frames;
  readonly pages: Pages;
  readonly news: News;
  readonly steps: Steps;
  /** Id of the page to begin or continue with. */
  readonly first: string;
  /** Restarts the module; absent if an LMS has the work. */
  readonly afresh: (() => void) | undefined;
  /** Ends the visit. */
  leave(): void;
}

/** Tasks by the `data-action` of their button. */
type Actions = Readonly<Record<string, (button: HTMLElement) => void>>;

/** Mounts the page on screen again: answers that it recalls from other modules may have changed. */
export function showAgain(frames: Frames): void {
  for (const page of all(SHOWN)) frames.mountIn(page);
}

/** Writes the view of the results, and shows it. */
export function showResults({ content, tracker, results, frames, pages }: Player): void {
  results()?.writeResults(content, tracker, frames, linkList);
  pages.view('results');
}

function showWords(player: Player): void {
  writeNotebook(player);
  player.shared()?.offer(byId('c-notebook'), player.tracker.state);
}

/** Writes the certificate, and shows it. */
function showCertificate({ content, tracker, results, pages }: Player): void {
  const late = results();
  late?.writeCertificate(content, tracker, late.competencyWords(content, tracker.progress()));
  pages.view('certificate');
}

/** Writes the notebook, and shows it. */
function showNotebook(player: Player): void {
  showWords(player);
  player.pages.view('notebook');
}

function actionsOf(player: Player, drawer: HTMLDialogElement): Actions {
  const { content: module, tracker, rest, results, keeping, reopen, afresh, frames, pages, news, steps, first, leave } = player;
  const late = (task: () => void) => (): void => rest.whenReady(task);

  function erased(): void {
    news.dropOthers();
    showWords(player);
    showAgain(frames);
  }

  return {
    begin: () => pages.show(first),
    step: () => void steps.next(),
    whole: () => steps.showWhole(),
    fold: (button) => steps.fold(button),
    // On a wide screen the contents are beside the page, and the drawer is empty.
    contents: () => drawer.firstElementChild && drawer.showModal(),
    previous: () => pages.step(-1),
    next: () => pages.step(1),
    back: pages.back,
    notebook: late(() => showNotebook(player)),
    results: late(() => showResults(player)),
    glossary: late(() => pages.view('glossary')),
    certificate: late(() => showCertificate(player)),
    print: late(() => print()),
    // Don't wait for the rest: if the network is down, it may never load.
    copy: (button) => announce(copyNotebook(player, button, () => showNotebook(player))),
    download: () => downloadNotebook(player),
    'download-another': late(() => results()?.downloadAttempts(module, tracker)),
    'erase-another'() {
      news.dropOthers();
      announce(t('erased'));
    },
    leave,
    reopen: () => reopen?.(),
    'retry-save': tracker.flush,
    forget: late(() => results()?.openForget({ module, tracker, keeping, afresh, erased })),
  };
}

/** Follows a link inside the page: `#p-…`, `#a-…`, `#n-…` in the notebook, or the skip link. */
function follow(hash: string, { pages, rest }: Player): void {
  const id = hash.slice(3);
  if (hash.startsWith('#p-')) pages.show(id);
  else if (hash.startsWith('#a-')) rest.whenReady(() => pages.reach(rootOf(id)));
  else if (hash.startsWith('#n-')) byId(`n-${id}`).focus();
  else focusTitle();
}

/** Runs the task of the pressed button, and follows links inside the page. */
export function bindPresses(player: Player): void {
  const drawer = byId('c-contents') as HTMLDialogElement;
  const actions = actionsOf(player, drawer);
  ignoreSecondClicks();
  ignorePressesAtRest();
  document.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-action], a[href^="#"]');
    if (pressed || event.target === drawer) drawer.close();
    const hash = pressed?.getAttribute('href');
    if (!pressed) return;
    if (hash) {
      event.preventDefault();
      follow(hash, player);
    } else actions[pressed.dataset.action ?? '']?.(pressed);
  });
}
