/**
 * Risks of replacing a package for learners who have begun, the gravest first. `redo`: Moodle needs a new activity. `hidden`: some
 * answers will no longer be shown. `added`: there is more to do. `safe`: nothing changes for their record.
 */
export const risks = ['redo', 'hidden', 'added', 'safe'] as const;

export type Risk = (typeof risks)[number];

/** Every kind of change with its risk. `strings/` has its sentences: what changed, and why it has this risk. */
export const kinds = {
  // The package
  'standard-changed': 'redo',
  'web-changed': 'redo',
  'shape-changed': 'redo',
  'item-removed': 'redo',
  'item-renamed': 'redo',
  'item-added': 'added',
  'items-reordered': 'safe',
  'line-changed': 'hidden',
  'first-version': 'hidden',
  'going-back': 'hidden',
  'edition-changed': 'safe',
  'cartable-older': 'safe',
  'cartable-newer': 'safe',
  'course-id-changed': 'safe',
  'course-renamed': 'safe',
  'cohort-changed': 'safe',
  'language-changed': 'safe',
  'theme-changed': 'safe',
  'media-added': 'safe',
  'media-removed': 'safe',
  'media-replaced': 'safe',
  // A session
  'chapter-added': 'added',
  'chapter-removed': 'hidden',
  'session-renamed': 'safe',
  'minutes-changed': 'safe',
  'pass-changed': 'safe',
  'completion-changed': 'safe',
  'on-fail-changed': 'safe',
  'competency-added': 'safe',
  'competency-removed': 'safe',
  'competency-renamed': 'safe',
  'cover-edited': 'safe',
  // A page
  'page-added': 'added',
  'page-removed': 'safe',
  'page-id-changed': 'added',
  'page-moved': 'safe',
  'page-renamed': 'safe',
  'page-edited': 'safe',
  'page-further': 'safe',
  'page-on-route': 'added',
  'pages-reordered': 'safe',
  // An activity
  'activity-added': 'added',
  'activity-removed': 'hidden',
  'activity-id-changed': 'hidden',
  'activity-left': 'hidden',
  'activity-moved': 'safe',
  'activity-chapter': 'safe',
  'type-changed': 'hidden',
  'numbers-changed': 'hidden',
  'question-rewritten': 'hidden',
  'question-reworded': 'safe',
  'activity-required': 'added',
  'activity-optional': 'safe',
  'activity-scored': 'safe',
  'activity-unscored': 'safe',
  'points-changed': 'safe',
  'attempts-changed': 'safe',
  'trained-on-changed': 'safe',
  'quiz-changed': 'safe',
  'shown-to-trainer': 'redo',
  'kept-from-trainer': 'safe',
  'key-changed': 'safe',
  'parts-reordered': 'safe',
  'activity-edited': 'safe',
  // A part
  'part-added': 'added',
  'part-removed': 'hidden',
  'part-replaced': 'hidden',
  'part-newer': 'hidden',
  'part-other': 'hidden',
  'part-reworded': 'safe',
} as const satisfies Readonly<Record<string, Risk>>;

export type Kind = keyof typeof kinds;

/** A session, page or activity by its id, as the author calls it. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** Position of a change; a member is absent if the change concerns more than one of them. */
export interface Place {
  readonly session?: Named;
  readonly page?: Named;
  readonly activity?: Named;
  /** Text of a part; '' if it has none. */
  readonly part?: string;
  /** Position in the sources, if they are at hand. */
  readonly at?: string;
}

export interface Change {
  readonly kind: Kind;
  readonly place: Place;
  /** Values of its sentences. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Returns the gravest risk of some changes. */
export function gravest(changes: readonly Change[]): Risk {
  return risks.find((risk) => changes.some(({ kind }) => kinds[kind] === risk)) ?? 'safe';
}
