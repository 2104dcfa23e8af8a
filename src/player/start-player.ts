import type { ModuleContent } from '../model/course/course.ts';
import type { Tracker } from '../visit/tracker.ts';
import { coverOf, labelBeginButton } from './cover.ts';
import { createEnding } from './ending.ts';
import { createFrames } from './frame/frames.ts';
import type { Overview } from './frame/mount.ts';
import { announce } from './frame/spoken.ts';
import { createGlossary } from './glossary.ts';
import { createNews } from './news.ts';
import { bindPresses, type Player, type PlayerWorld, showAgain, showResults } from './page-actions.ts';
import { unfold, watchLeaving } from './page-events.ts';
import { createPages, type Pages } from './pages.ts';
import { offerParting } from './parting.ts';
import { linkList, showProgress } from './progress.ts';
import { placeContents } from './rail.ts';
import { createSaveStatus, SHOWN } from './save-status.ts';
import { Steps } from './steps.ts';
import { all, byId } from './widgets/element.ts';
import { t } from './widgets/strings.ts';

/** Loads the other pages at the learner's first action, so that they are ready when needed. */
function loadAtFirstSign({ content, rest }: PlayerWorld): void {
  // Answers of other modules on the first page must not wait.
  const here = content.activities.filter((activity) => activity.page === content.pages[0]?.id).map(({ id }) => id);
  if (content.shared?.elsewhere.some(({ by }) => by.some((id) => here.includes(id)))) void rest.load();
  for (const sign of ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin']) {
    addEventListener(sign, () => void rest.load(), { once: true, passive: true });
  }
}

function overviewOf({ content, tracker, results }: PlayerWorld): Overview {
  const { launch, progress, subscribe } = tracker;
  return {
    content,
    launch,
    progress,
    subscribe,
    results: (level) => results()?.resultParts(content, progress(), level, linkList) ?? [],
    competencies: () => results()?.competencyWords(content, progress()) ?? [],
  };
}

/** Goes on from an activity: to the next step that its quiz offers, the next activity of the page, or the next page. */
function goOn(root: HTMLElement, pages: Pages, steps: Steps): void {
  const offer = root.parentElement?.closest('[data-activity]')?.querySelector<HTMLElement>('[data-offer]');
  const next =
    offer ??
    all(`${SHOWN} [data-activity]`).find(
      (other) => root.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING && !other.closest('[hidden]'),
    );
  if (next && !steps.isAhead(next)) pages.reach(next);
  else if (!steps.next()) pages.step(1);
}

/** Returns the id of the page to begin with: from the address, from the last visit, or the module's first. */
function firstPage({ pages }: ModuleContent, tracker: Tracker): string {
  const { page, seen } = tracker.state();
  const asked = location.hash.slice(2);
  // A learner who has seen nothing begins at the first page, whatever its number: a page added later has the highest one.
  const last = pages.find(({ n }) => n === page && seen.includes(n));
  return (pages.find(({ id }) => id === asked) ?? last ?? pages[0])?.id ?? '';
}

/** Updates progress, the save status and the banner. */
function createUpdate({ content, tracker, news }: Player, updateEnd: () => void): () => void {
  const showSave = createSaveStatus(news.show);
  let isShortageShown = false;
  return () => {
    showProgress(content, tracker.progress());
    showSave(tracker.saveStatus());
    updateEnd();
    if (tracker.isHeavy()) offerParting();
    news.update();
    if (isShortageShown || tracker.without().length === 0) return;
    isShortageShown = true;
    // The banner is at the top, and the field may be far below.
    announce(t('banner.short'));
  };
}

/** Updates the page at most once per frame: typing changes progress at every key. */
function updateOnChange(tracker: Tracker, update: () => void): void {
  let isDue = false;
  function run(): void {
    isDue = false;
    update();
  }
  tracker.subscribe(() => {
    if (!isDue) requestAnimationFrame(run);
    isDue = true;
  });
}

/**
 * Makes the page interactive: everything that the learner can press or see change, except the types' own elements.
 * @returns function to call once the pages after the first have loaded
 */
export function startPlayer(world: PlayerWorld): () => void {
  const { content, tracker, rest, reopen, keeping } = world;
  const { alone, refused } = tracker.launch;
  const news = createNews(tracker);
  const steps = new Steps();
  const frames = createFrames({ ...world, overview: overviewOf(world), goOn: (root) => goOn(root, pages, steps) });
  const open = (id: string, section: HTMLElement): void => {
    frames.mountIn(section);
    tracker.visit(id);
  };
  const pages: Pages = createPages(content, rest, open, () => showResults(player), steps);
  const { leave, update: updateEnd } = createEnding(tracker, pages.view);
  const first = firstPage(content, tracker);
  const player: Player = { ...world, news, frames, pages, steps, first, leave, afresh: alone && !refused ? reopen : undefined };
  const update = createUpdate(player, () => {
    updateEnd();
    steps.refresh();
  });
  const showGlossary = createGlossary();
  bindPresses(player);
  // An LMS session opens only once, so only a new launch can record again. Without an LMS, reloading is enough.
  watchLeaving(tracker, player.afresh ?? leave);
  addEventListener('beforeprint', unfold);
  byId('c-forget').hidden = !keeping.kept();
  for (const button of all('[data-action="reopen"]')) button.hidden = !reopen;
  showGlossary();
  placeContents();
  document.addEventListener('cartable:show', ({ target }) => steps.reveal(target as Element));
  labelBeginButton(content, tracker, first);
  if (coverOf() && !location.hash) {
    pages.view('cover', true);
    tracker.open();
  } else pages.show(first, true);
  update();
  updateOnChange(tracker, update);
  loadAtFirstSign(world);
  return () => {
    // Remove the banner about the delay.
    news.show();
    showGlossary();
    // The first page may recall answers or show results that were loaded with the rest.
    showAgain(frames);
    update();
  };
}
