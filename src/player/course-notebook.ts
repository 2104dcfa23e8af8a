import type { Launch } from '../drivers/driver.ts';
import type { Answer } from '../model/activity.ts';
import type { Elsewhere, ModuleContent } from '../model/course.ts';
import {
  type NotebookOwner,
  type NotebookReading,
  type Noted,
  type NotedAnswer,
  readNotebookFile,
  writeNotebookFile,
} from '../model/notebook-file.ts';
import { sealOf } from '../model/seal.ts';
import type { LearnerState } from '../model/state.ts';
import type { Recalled } from './mount.ts';
import { t } from './words.ts';

/** What the course notebook needs of the world. */
export interface CourseNotebookWorld {
  readonly content: ModuleContent;
  readonly launch: Launch;
  /** Another tab has the attempt: nothing is written here. */
  readonly elsewhere: boolean;
  /** May throw, as `localStorage` does in a sandboxed frame. */
  storage(): Storage;
}

/** Answers that the modules of a course show of each other: in this browser's storage, and in a file that the learner keeps. */
export interface CourseNotebook {
  /** An answer of another module; undefined where none is known. Nothing of it enters this module's state. */
  recall(id: string): Recalled | undefined;
  /** What an activity names in other modules and nobody knows here. */
  missing(by: string): readonly Elsewhere[];
  /** Notes the answers of this module that others name: called at each save. */
  keep(state: LearnerState): void;
  /** Can this browser keep one? */
  mayKeep(): boolean;
  /** Takes over a notebook file; says what is wrong with it. */
  open(text: string): Exclude<NotebookReading, { readonly noted: Noted }>['problem'] | undefined;
  /** The text of the file: what is known of other modules, and what this one says now; '' where that is nothing. */
  file(state: LearnerState): string;
}

/** Opens the notebook of a course for the learner of this visit. */
export function openCourseNotebook({ content, launch, elsewhere, storage }: CourseNotebookWorld): CourseNotebook {
  const { named = [], elsewhere: others = [] } = content.shared ?? {};
  // Under another lock the letters in an answer mean other choices. Version 0.1 had no line.
  const course = content.old ? content.course : `${content.course}:${content.line}`;
  const owner: NotebookOwner = { course, learner: sealOf(launch.learner.id) };
  const key = `cartable-notebook:${owner.course}:${owner.learner}`;
  // Where an LMS does not say who learns, the next one at this computer would find it.
  const isKnown = launch.alone ? !launch.refused : launch.learner.id !== '';
  const isOpen = launch.mode === 'normal' && !elsewhere && isKnown;
  let opened: Noted = new Map();

  function attempt<Result>(task: (store: Storage) => Result, otherwise: Result): Result {
    try {
      return task(storage());
    } catch {
      // Forbidden or full: what is known is what the learner opens.
      return otherwise;
    }
  }

  function stored(): Noted {
    const text = isKnown ? attempt((store) => store.getItem(key), null) : null;
    const reading = readNotebookFile(text ?? '', owner);
    return 'noted' in reading ? reading.noted : new Map();
  }

  const written = (noted: Noted): string => writeNotebookFile(owner, noted, t('shared.about', { course: content.courseTitle }));

  function store(more: Noted): void {
    if (!isOpen || more.size === 0) return;
    const text = written(new Map([...stored(), ...more]));
    attempt((place) => {
      if (place.getItem(key) !== text) place.setItem(key, text);
    }, undefined);
  }

  function ownIn({ activities }: LearnerState): Noted {
    const answers = content.activities.flatMap(({ id, n, title, heading }) => {
      const { draft, answer } = activities[n] ?? {};
      const given = draft ?? answer;
      // A text that the LMS had no room for, or an attempt that begins anew: what was noted before stays.
      return named.includes(id) && given !== undefined && given !== null ? [[id, { title: heading ?? title, answer: given }] as const] : [];
    });
    return new Map<string, NotedAnswer>(answers);
  }

  const answerOf = (id: string): Answer | undefined => (opened.get(id) ?? stored().get(id))?.answer;

  return {
    recall(id) {
      const other = others.find((one) => one.id === id);
      const answer = other && answerOf(id);
      return answer === undefined ? undefined : { title: other?.title ?? '', options: other?.options, answer };
    },
    missing: (by) => others.filter((one) => one.by.includes(by) && answerOf(one.id) === undefined),
    keep: (state) => store(ownIn(state)),
    mayKeep: () => isKnown && attempt(() => true, false),
    open(text) {
      const reading = readNotebookFile(text, owner);
      if ('problem' in reading) return reading.problem;
      // What was answered here is told by this module alone.
      opened = new Map([...opened, ...reading.noted].filter(([id]) => !named.includes(id)));
      store(opened);
      return undefined;
    },
    file(state) {
      const all = new Map([...stored(), ...opened, ...ownIn(state)]);
      return all.size > 0 ? written(all) : '';
    },
  };
}
