import type { Activity, Answer, Scoring } from '../model/activity.ts';
import type { ModuleContent } from '../model/course.ts';
import type { Tracker } from '../tracker.ts';
import { passFor } from './chapters.ts';
import { all, byId } from './element.ts';
import { bindFrame, type Frame } from './frame.ts';
import type { Inner, Mount, Overview, Recalled, Strings } from './mount.ts';
import type { SharedWords } from './shared-words.ts';

/** What the bundle gives of each type: its scoring and its `mount`. */
export interface RuntimeType extends Pick<Scoring, 'score' | 'report' | 'draw'> {
  readonly mount: Mount<unknown, Answer>;
}

/** What the frames of a module need. */
export interface FramesWorld {
  readonly content: ModuleContent;
  readonly types: Readonly<Record<string, RuntimeType>>;
  readonly typeStrings: Readonly<Record<string, Strings>>;
  readonly tracker: Tracker;
  readonly overview: Overview;
  /** What other modules of the course show of each other: absent where they don't, and until it is loaded. */
  shared(): SharedWords | undefined;
  announce(text: string): void;
  goOn(root: HTMLElement): void;
}

/** All activities of the module, mounted when their page is first shown. */
export interface Frames {
  /** Mounts what stands in it and is not mounted yet, and tells the others that they are shown again. */
  mountIn(section: ParentNode): void;
  of(id: string): Frame | undefined;
  /** Whether a quiz still keeps this activity's verdict to itself. */
  withheld(activity: Activity): boolean;
}

/** The element of an activity. */
export function rootOf(id: string): HTMLElement {
  return byId(`a-${id}`);
}

/** One activity that fails leaves the others of its page at work; the fault is told to whoever looks for it. */
function apart(mount: (root: HTMLElement) => void): (root: HTMLElement) => void {
  return (root) => {
    try {
      mount(root);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  };
}

/** Makes the frames of a module; nothing is mounted yet. */
export function createFrames({ content, tracker, types, typeStrings, overview, shared, announce, goOn }: FramesWorld): Frames {
  const byName = new Map(content.activities.map((activity) => [activity.id, activity]));
  const frames = new Map<string, Frame>();
  const revealed = new Set<string>();
  const blocks = new WeakSet<HTMLElement>();
  const listeners = new Map<string | undefined, () => void>();

  function withheld({ quiz = '' }: Activity): boolean {
    return !revealed.has(quiz) && (byName.get(quiz)?.options as { readonly review?: string } | undefined)?.review === 'end';
  }

  function innerOf(quiz: string): Inner {
    const members = content.activities.filter((activity) => activity.quiz === quiz);
    return {
      list: () =>
        members.map(({ id, n, points }) => {
          const { submitted, verdict } = tracker.standing(id);
          return { n, submitted, ratio: verdict?.ratio ?? 0, points, root: rootOf(id) };
        }),
      restart(numbers) {
        tracker.restart(numbers);
        revealed.delete(quiz);
        for (const { id, n } of members) if (numbers.includes(n)) frames.get(id)?.remount();
      },
      reveal() {
        revealed.add(quiz);
        for (const { id } of members) frames.get(id)?.render();
      },
      onChange: (listener) => void listeners.set(quiz, listener),
    };
  }

  /** An id is one in its course: where both modules are in one, it stands here. */
  function recall(name: string): Recalled | undefined {
    const id = name.replace(/.*\//, '');
    const activity = byName.get(id);
    if (!activity) return shared()?.recall(id);
    const { heading, title, options } = activity;
    return { title: heading ?? title, options, answer: tracker.standing(id).answer };
  }

  /** A notebook was opened: whoever shows something of it shows it now. */
  function showAgain(): void {
    for (const [id, frame] of frames) {
      frame.shown();
      shared()?.notice(rootOf(id), showAgain);
    }
  }

  function mountOne(root: HTMLElement): void {
    const activity = byName.get(root.dataset.activity ?? '');
    const type = activity && types[activity.type];
    const known = activity && frames.get(activity.id);
    known?.shown();
    shared()?.notice(root, showAgain);
    if (!type || known) return;
    const { id, options, attempts, quiz } = activity;
    const frame = bindFrame(root, {
      tracker,
      activity,
      mount: type.mount,
      context: {
        options,
        strings: typeStrings[activity.type] ?? {},
        attempts,
        pass: passFor(content, activity),
        inner: type.draw && innerOf(id),
        overview,
        recall,
        announce,
      },
      withheld: () => withheld(activity),
      submitted() {
        if (quiz === undefined) return;
        for (const other of content.activities) if (other.quiz === quiz && other !== activity) frames.get(other.id)?.passed();
        listeners.get(quiz)?.();
      },
      goOn,
    });
    frames.set(id, frame);
  }

  /** A block with behaviour of its own (a video's captions) needs nothing of the frame. */
  function mountBlock(root: HTMLElement): void {
    if (blocks.has(root)) return;
    blocks.add(root);
    (types[root.dataset.block ?? '']?.mount as ((root: HTMLElement) => void) | undefined)?.(root);
  }

  return {
    mountIn(section) {
      all('[data-activity]', section).forEach(apart(mountOne));
      all('[data-block]', section).forEach(apart(mountBlock));
    },
    of: (id) => frames.get(id),
    withheld,
  };
}
