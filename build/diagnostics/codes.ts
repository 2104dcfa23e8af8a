import type fr from './fr.json';

/** Closed list of codes: the keys of the message files. */
export type Code = Extract<keyof typeof fr, string>;
