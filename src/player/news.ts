import type { Tracker } from '../visit/tracker.ts';
import { showBanner } from './save-status.ts';

/** Decides which banner is on screen. */
export interface News {
  /** Shows the current banner. */
  show(): void;
  /** Updates the banner once the learner starts afresh over an earlier text that can't be read. */
  update(): void;
  /** Erases the work of other attempts, and removes the banner about it. */
  dropOthers(): void;
}

/** Tracks the result of the launch, and later events. */
export function createNews(tracker: Tracker): News {
  let found: string | undefined = tracker.found;
  let wasHeld = tracker.isHeld();

  /** Returns the current banner: a `data-when`. */
  function banner(): string | undefined {
    const status = tracker.saveStatus();
    if (status === 'alone' && tracker.launch.refused) return 'refused';
    const isLost = tracker.isHeld();
    if (isLost && tracker.others().length > 0) return 'lost';
    if (status === 'alone' && !isLost) return tracker.launch.unkept ? 'unkept' : status;
    if (status !== 'saved' && status !== 'saving' && status !== 'alone') return status;
    if (tracker.without().length > 0) return 'short';
    return isLost || !/^(?:unreadable|newer)$/.test(found ?? '') ? found : undefined;
  }

  const show = () => showBanner(banner());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || !tracker.isAsleep()) return;
    found = 'stale';
    show();
  });
  return {
    show,
    update() {
      if (wasHeld === tracker.isHeld()) return;
      wasHeld = false;
      show();
    },
    dropOthers() {
      tracker.eraseOthers();
      if (found === 'another') found = undefined;
      show();
    },
  };
}
