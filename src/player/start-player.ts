import type { ModuleContent } from '../model/course.ts';
import type { SaveStatus, Tracker } from '../tracker.ts';
import { ignorePressesAtRest } from './calm.ts';
import { all, byId } from './element.ts';
import { createFrames, type FramesWorld, rootOf } from './frames.ts';
import { createGlossary } from './glossary.ts';
import type { Keeping } from './keeping.ts';
import type { Overview } from './mount.ts';
import { createNotebook, downloadText } from './notebook.ts';
import { ignoreSecondClicks, unfold, watchLeaving } from './page-events.ts';
import { createPages } from './pages.ts';
import { offerParting } from './parting.ts';
import { showProgress } from './progress.ts';
import type { RestOfModule } from './rest.ts';
import type { Results } from './results.ts';
import { createSaveStatus, showBanner } from './save-status.ts';
import { announce } from './spoken.ts';
import { t } from './words.ts';

export interface PlayerWorld extends Omit<FramesWorld, 'announce' | 'goOn' | 'overview'> {
  readonly rest: RestOfModule;
  /** The view of the results, and the text of other attempts; they come with the rest. */
  results(): Results | undefined;
  readonly keeping: Keeping;
  /** Loads the module anew, for a new visit; absent where only the LMS can. */
  readonly reopen?: (() => void) | undefined;
}

/** The other pages come at the learner's first sign of life, so that they are there when they are asked for. */
function loadAtFirstSign(rest: RestOfModule): void {
  for (const sign of ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin']) {
    addEventListener(sign, () => void rest.load(), { once: true, passive: true });
  }
}

function overviewOf(content: ModuleContent, tracker: Tracker, results: () => Results | undefined): Overview {
  const { launch, progress, subscribe } = tracker;
  return {
    content,
    launch,
    progress,
    results: (level) => results()?.resultParts(content, progress(), level) ?? [],
    competencies: () => results()?.competencyWords(content, progress()) ?? [],
    subscribe: (listener) => void subscribe(listener),
  };
}

/**
 * Brings the page to life: everything that the learner can press or see change, but for the types' own.
 * @returns what is to be done once the pages after the first have come
 */
export function startPlayer({ keeping, reopen, rest, results, ...world }: PlayerWorld): () => void {
  const { content, tracker, shared } = world;
  const { alone, refused } = tracker.launch;
  const drawer = byId('c-contents') as HTMLDialogElement;
  let news: string | undefined = tracker.found;
  const showSave = createSaveStatus(bannerOf, announce);
  const frames = createFrames({ ...world, overview: overviewOf(content, tracker, results), announce, goOn });
  const pages = createPages(content, rest, mount, showResults);
  const notebook = createNotebook(content, tracker, frames, announce, showNotebook);
  let due = 0;
  let toldShort = false;
  let wasHeld = tracker.isHeld();
  /** The view of the end on screen; '' while the visit goes on. */
  let left = '';

  function bannerOf(status: SaveStatus): string | undefined {
    if (status === 'alone' && tracker.launch.refused) return 'refused';
    const isLost = tracker.isHeld();
    if (isLost && tracker.others().length > 0) return 'lost';
    if (status === 'alone' && !isLost) return tracker.launch.unkept ? 'unkept' : status;
    if (status !== 'saved' && status !== 'saving' && status !== 'alone') return status;
    if (tracker.without().length > 0) return 'short';
    return isLost || !/^(?:unreadable|newer)$/.test(news ?? '') ? news : undefined;
  }

  function mount(id: string, section: HTMLElement): void {
    frames.mountIn(section);
    tracker.visit(id);
  }

  function goOn(root: HTMLElement): void {
    const offer = root.parentElement?.closest('[data-activity]')?.querySelector<HTMLElement>('[data-offer]');
    const next =
      offer ??
      all('.c-page:not([hidden]) [data-activity]').find(
        (other) => root.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING && !other.closest('[hidden]'),
      );
    if (next) pages.reach(next);
    else (byId('c-nav').lastElementChild as HTMLElement).focus();
  }

  function writeNotebook(): void {
    notebook.write();
    shared()?.offer(byId('c-notebook'), tracker.state);
  }

  function showNotebook(): void {
    writeNotebook();
    pages.view('notebook');
  }

  /** Mounts the page on screen again: the answers of other modules that it recalls may have changed. */
  function showAgain(): void {
    for (const page of all('.c-page:not([hidden])')) frames.mountIn(page);
  }

  function dropOthers(): void {
    tracker.eraseOthers();
    if (news === 'another') news = undefined;
    showBanner(bannerOf(tracker.saveStatus()));
  }

  function erased(): void {
    dropOthers();
    writeNotebook();
    showAgain();
  }

  function askToForget(): void {
    const afresh = alone && !refused ? reopen : undefined;
    results()?.openForget({ module: content, tracker, keeping, afresh, erased });
  }

  function showResults(): void {
    results()?.writeResults(content, tracker, frames);
    pages.view('results');
  }

  function downloadAnother(): void {
    downloadText(results()?.textOfAttempts(content, tracker.others()) ?? '', content.id);
  }

  function update(): void {
    due = 0;
    showProgress(content, tracker.progress());
    showSave(tracker.saveStatus());
    if (left) showEnd();
    if (tracker.isHeavy()) offerParting();
    if (wasHeld !== tracker.isHeld()) {
      wasHeld = false;
      showBanner(bannerOf(tracker.saveStatus()));
    }
    if (toldShort || tracker.without().length === 0) return;
    toldShort = true;
    // The banner stands at the top, the field perhaps far below.
    announce(t('banner.short'));
  }

  function showEnd(): void {
    const status = tracker.saveStatus();
    const known = status === 'saved' || status === 'failed' || status === 'saving';
    const view = `end-${status === 'saved' && tracker.without().length > 0 ? 'short' : known ? status : 'alone'}`;
    if (view !== left) pages.view(view);
    left = view;
  }

  function leave(): void {
    tracker.leave(true);
    document.body.dataset.left = '';
    showEnd();
  }

  const actions: Readonly<Record<string, (button: HTMLElement) => void>> = {
    contents: () => drawer.showModal(),
    previous: () => pages.step(-1),
    next: () => pages.step(1),
    back: pages.back,
    notebook: () => rest.whenReady(showNotebook),
    results: () => rest.whenReady(showResults),
    glossary: () => rest.whenReady(() => pages.view('glossary')),
    print: () => rest.whenReady(() => print()),
    copy: notebook.copy,
    download: notebook.download,
    'download-another': () => rest.whenReady(downloadAnother),
    'erase-another'() {
      dropOthers();
      announce(t('erased'));
    },
    leave,
    reopen: () => reopen?.(),
    'retry-save': () => tracker.flush(),
    forget: () => rest.whenReady(askToForget),
  };

  /** Where a link inside the page leads: `#p-…`, `#a-…`, or the skip link. */
  function follow(hash: string): void {
    const id = hash.slice(3);
    if (hash.startsWith('#p-')) pages.show(id);
    else if (hash.startsWith('#a-')) rest.whenReady(() => pages.reach(rootOf(id)));
    else document.querySelector<HTMLElement>('.c-page:not([hidden]) h1')?.focus();
  }

  ignoreSecondClicks();
  ignorePressesAtRest();
  document.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-action], a[href^="#"]');
    if (pressed || event.target === drawer) drawer.close();
    const hash = pressed?.getAttribute('href');
    if (!pressed) return;
    if (hash) {
      event.preventDefault();
      follow(hash);
    } else actions[pressed.dataset.action ?? '']?.(pressed);
  });
  // Only a new launch records again: an LMS's session is opened once. Where there is none, loading is launching.
  watchLeaving(tracker, alone && !refused ? () => reopen?.() : leave);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || !tracker.isAsleep()) return;
    news = 'stale';
    showBanner(bannerOf(tracker.saveStatus()));
  });
  addEventListener('beforeprint', unfold);

  byId('c-forget').hidden = !keeping.kept();
  for (const button of all('[data-action="reopen"]')) button.hidden = !reopen;
  const glossary = createGlossary(announce);
  byId('c-to-glossary').hidden = !glossary();
  const { page, seen } = tracker.state();
  const asked = location.hash.slice(2);
  // Who has seen nothing begins at the first page, whatever its number: one that was put before the others later has the last.
  const last = content.pages.find(({ n }) => n === page && seen.includes(n));
  const first = content.pages.find(({ id }) => id === asked) ?? last ?? content.pages[0];
  pages.show(first?.id ?? '', true);
  update();
  // Typing changes progress at every key: it is shown once a frame.
  tracker.subscribe(() => {
    if (!due) due = requestAnimationFrame(update);
  });
  // What the first page shows of other modules is not to be waited for.
  const here = content.activities.filter((activity) => activity.page === content.pages[0]?.id).map(({ id }) => id);
  if (content.shared?.elsewhere.some(({ by }) => by.some((id) => here.includes(id)))) void rest.load();
  loadAtFirstSign(rest);
  return () => {
    // They were late, and are here.
    showBanner(bannerOf(tracker.saveStatus()));
    byId('c-to-glossary').hidden = !glossary();
    // What the first page recalls of other modules, or sums up, came with the rest.
    showAgain();
    update();
  };
}
