/** Learner's name in reading order; `first` is '' if the first name can't be determined. */
export interface PersonName {
  readonly full: string;
  readonly first: string;
}

/** Puts a name in reading order; LMSs store it as `Martin, Camille` (RTE 4.2.11). */
export function personName(name: string): PersonName {
  const [last = '', first = '', ...rest] = name.split(',').map((part) => part.trim());
  return first === '' || last === '' || rest.length > 0 ? { full: name.trim(), first: '' } : { full: `${first} ${last}`, first };
}
