/** A learner to play a module as. */
export interface Learner {
  readonly id: string;
  readonly name: string;
}

/** Three learners are enough to see that their data are separate. */
export const learners: readonly Learner[] = [
  { id: 'camille', name: 'Camille' },
  { id: 'sacha', name: 'Sacha' },
  { id: 'noor', name: 'Noor' },
];

/** Versions of SCORM in which a module can be played, and the target that is built for each. */
export const versions = { '1.2': 'scorm12', '2004': 'scorm2004-4' } as const;

export type Version = keyof typeof versions;

export function isVersion(name: string): name is Version {
  return Object.hasOwn(versions, name);
}
