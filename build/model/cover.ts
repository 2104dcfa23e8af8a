/** View of a page: one step at a time, or the whole. */
export type Pace = 'steps' | 'page';

/** Texts that an author writes for the cover of a module. */
export interface Cover {
  /** Its promise, one or two sentences. */
  readonly lead?: string;
  /** Aims: abilities that the learner gains. */
  readonly aims: readonly Aim[];
  /** The marker of a file of the course. */
  readonly picture?: string;
  /** People who are presented; absent: those who speak in the module's scenes. */
  readonly people?: readonly Person[];
}

/** Announcement of the next module in a module's results. */
export interface After extends Pick<Cover, 'lead' | 'people'> {
  readonly title: string;
  /** Planned minutes; 0 = not specified. */
  readonly minutes: number;
}

/** Something that the learner will be able to do, with the marker of its pictogram. */
export interface Aim {
  readonly text: string;
  readonly icon?: string;
}

/** Someone of the course's story, as pages show them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  /** Number of the colour behind the face, from 1. */
  readonly colour: number;
  /** The marker of the usual portrait. */
  readonly face: string;
  /** That of the portrait of this moment, where it isn't the usual one. */
  readonly now?: string;
  /** The portrait is a file of the course, not a drawing of the kit. */
  readonly isPhoto?: true;
}
