import type fr from './fr.json';

/** The closed list of what can go wrong: the keys of the message files. */
export type Code = Extract<keyof typeof fr, string>;
