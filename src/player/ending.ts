import type { Tracker } from '../visit/tracker.ts';

/** End of the visit, while the page stays open. */
export interface Ending {
  /** Ends the visit, and shows the view of the end. */
  leave(): void;
  /** Shows whether the end was saved, once the learner has left. */
  update(): void;
}

/** @param view shows a view by name */
export function createEnding(tracker: Tracker, view: (name: string) => void): Ending {
  /** View on screen; '' while the visit continues. */
  let left = '';

  function show(): void {
    const status = tracker.saveStatus();
    const known = status === 'saved' || status === 'failed' || status === 'saving';
    const name = `end-${status === 'saved' && tracker.without().length > 0 ? 'short' : known ? status : 'alone'}`;
    if (name !== left) view(name);
    left = name;
  }

  return {
    leave() {
      tracker.leave(true);
      document.body.dataset.left = '';
      show();
    },
    update() {
      if (left) show();
    },
  };
}
