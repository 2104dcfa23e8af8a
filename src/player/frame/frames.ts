import type { Answer, Scoring } from '../../model/course/activity.ts';
import type { ModuleContent } from '../../model/course/course.ts';
import type { Tracker } from '../../visit/tracker.ts';
import { passFor } from '../chapters.ts';
import type { SharedWords } from '../shared-words.ts';
import { all } from '../widgets/element.ts';
import { answerText } from './answer-text.ts';
import { ActivityFrame } from './frame.ts';
import type { Mount, Overview, Recalled, Strings } from './mount.ts';
import { createQuizzes, type Quizzes } from './quizzes.ts';
import { rootOf } from './root-of.ts';
import { announce } from './spoken.ts';

/** Type as bundled: its scoring and its `mount`. */
export interface RuntimeType extends Pick<Scoring, 'score' | 'report' | 'draw'> {
  readonly mount: Mount<unknown, Answer>;
}

/** Services that the frames of a module need. */
export interface FramesWorld {
  readonly content: ModuleContent;
  readonly types: Readonly<Record<string, RuntimeType>>;
  readonly typeStrings: Readonly<Record<string, Strings>>;
  readonly tracker: Tracker;
  readonly overview: Overview;
  /** Returns the answers shared by the modules of the course; undefined if there are none, or until they are loaded. */
  shared(): SharedWords | undefined;
  goOn(root: HTMLElement): void;
}

/** Frames of all activities of the module, mounted when their page is first shown. */
export interface Frames extends Pick<Quizzes, 'withheld'> {
  /** Mounts the activities in a section; notifies those already mounted that they are shown again. */
  mountIn(section: ParentNode): void;
  /** Returns the answer of an activity as plain text. */
  textOf(root: HTMLElement): string;
}

/** Isolates errors: if one activity of a page fails, the others still mount. The error is reported to the console. */
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
export function createFrames({ content, tracker, types, typeStrings, overview, shared, goOn }: FramesWorld): Frames {
  const byId = new Map(content.activities.map((activity) => [activity.id, activity]));
  const frames = new Map<string, ActivityFrame>();
  const blocks = new WeakSet<HTMLElement>();
  const { innerOf, withheld, submitted } = createQuizzes(content, tracker, frames);

  /** Finds an activity, in this module first: an id is unique in its course, and an SCO may contain several modules. */
  function recall(name: string): Recalled | undefined {
    const id = name.replace(/.*\//, '');
    const activity = byId.get(id);
    if (!activity) return shared()?.recall(id);
    const { heading, title, options } = activity;
    return { title: heading ?? title, options, answer: tracker.standing(id).answer };
  }

  /** Updates the activities that recall answers, after a notebook was opened. */
  function showAgain(): void {
    for (const [id, frame] of frames) {
      frame.shown();
      shared()?.notice(rootOf(id), showAgain);
    }
  }

  function mountOne(root: HTMLElement): void {
    const { activity: id = '' } = root.dataset;
    const activity = byId.get(id);
    const type = activity && types[activity.type];
    const known = frames.get(id);
    known?.shown();
    shared()?.notice(root, showAgain);
    if (!type || known) return;
    const { options, attempts } = activity;
    const strings = typeStrings[activity.type] ?? {};
    const inner = type.draw && innerOf(id);
    const context = { options, strings, attempts, pass: passFor(content, activity), inner, overview, recall, announce };
    frames.set(id, new ActivityFrame(root, { tracker, activity, mount: type.mount, context, withheld, submitted, goOn }));
  }

  /** Mounts a block with its own behaviour (a video's captions), which needs no frame. */
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
    textOf(root) {
      const own = frames.get(root.dataset.activity ?? '')?.text();
      const [body] = all(':scope > [data-body]', root);
      return own ?? (body && root.querySelector(':scope > .c-actions') ? answerText(body) : '');
    },
    withheld,
  };
}
