import type { Launch } from '../lms/driver.ts';
import type { Answer } from '../model/course/activity.ts';
import type { ModuleContent, RecalledActivity } from '../model/course/course.ts';
import {
  type NotebookOwner,
  type NotebookReading,
  type Noted,
  type NotedAnswer,
  readNotebookFile,
  writeNotebookFile,
} from '../model/record/notebook-file.ts';
import { sealOf } from '../model/state/seal.ts';
import type { LearnerState } from '../model/state/state.ts';
import type { Recalled } from './frame/mount.ts';
import { t } from './widgets/strings.ts';

/** Environment of the course notebook. */
export interface CourseNotebookWorld {
  readonly content: ModuleContent;
  readonly launch: Launch;
  /** True if another tab has the attempt: this one writes nothing. */
  readonly elsewhere: boolean;
  /** May throw, like `localStorage` in a sandboxed frame. */
  storage(): Storage;
}

/** Answers shared by the modules of a course, in this browser's storage and in a file that the learner keeps. */
export interface CourseNotebook {
  /** Returns an answer of another module; undefined if unknown. It never enters this module's state. */
  recall(id: string): Recalled | undefined;
  /** Lists the activities of other modules that an activity refers to and whose answers are unknown here. */
  missing(by: string): readonly RecalledActivity[];
  /** Notes the answers of this module that other modules refer to: called at each save. */
  keep(state: LearnerState): void;
  /** Returns true if this browser can keep a notebook. */
  mayKeep(): boolean;
  /** Imports a notebook file; returns the problem, if there is one. */
  open(text: string): Exclude<NotebookReading, { readonly noted: Noted }>['problem'] | undefined;
  /** Returns the text of the file: known answers of other modules and current ones of this module; '' if there are none. */
  file(state: LearnerState): string;
}

/** Opens the notebook of a course for the learner of this visit. */
export function openCourseNotebook({ content, launch, elsewhere, storage }: CourseNotebookWorld): CourseNotebook {
  const { named = [], elsewhere: others = [] } = content.shared ?? {};
  // With another lock, the tokens in an answer mean other choices. Version 0.1 had no line.
  const course = content.old ? content.course : `${content.course}:${content.line}`;
  const owner: NotebookOwner = { course, learner: sealOf(launch.learner.id) };
  const key = `cartable-notebook:${owner.course}:${owner.learner}`;
  // If the LMS doesn't identify the learner, the next person at this computer would find the notebook.
  const isKnown = launch.alone ? !launch.refused : launch.learner.id !== '';
  const isOpen = launch.mode === 'normal' && !elsewhere && isKnown;
  let opened: Noted = new Map();

  function attempt<Result>(task: (store: Storage) => Result, otherwise: Result): Result {
    try {
      return task(storage());
    } catch {
      // Storage is forbidden or full: only the files that the learner opens are known.
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
      // If there is no answer (no room in the LMS, or a new attempt), keep the earlier note.
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
      // Answers to this module's activities come only from the module itself.
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
