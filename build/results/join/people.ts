import type { Who } from '../model.ts';

/** A person of the group. */
export interface Person {
  readonly name: string;
  /** '' if no download has it. */
  readonly email: string;
  /** Somebody else has the same name. */
  readonly isHomonym: boolean;
}

/** Normalises a name for comparison: removes case, accents and punctuation. */
export function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Counts equal texts. */
export function countsOf(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Marks homonyms in a download without e-mails: rows with the same name and the same attempt number. */
export function markHomonyms<Row extends Who & { readonly number: number }>(rows: readonly Row[]): readonly Row[] {
  if (rows.some(({ email }) => email !== '')) return rows;
  const keyOf = ({ name, number }: Row): string => `${folded(name)} ${number}`;
  const counts = countsOf(rows.map(keyOf));
  const doubles = new Set(rows.filter((row) => (counts.get(keyOf(row)) ?? 0) > 1).map(({ name }) => folded(name)));
  const marks = new Map<string, number>();
  return rows.map((row) => {
    if (!doubles.has(folded(row.name))) return row;
    const mark = (marks.get(keyOf(row)) ?? 0) + 1;
    marks.set(keyOf(row), mark);
    return { ...row, mark };
  });
}

/** People of all downloads, by e-mail, else by name. */
export class People {
  readonly #byEmail = new Map<string, Person>();
  readonly #byMark = new Map<string, Person>();
  readonly #byName = new Map<string, Person[]>();

  /** @param all everybody named in the downloads */
  constructor(all: readonly Who[]) {
    const emails = new Map<string, Who>();
    for (const who of all) if (who.email !== '' && !emails.has(who.email)) emails.set(who.email, who);
    const counts = countsOf([...emails.values()].map(({ name }) => folded(name)));
    const marked = new Set(all.filter(({ mark }) => mark !== undefined).map(({ name }) => folded(name)));
    const isHomonym = (name: string): boolean => marked.has(folded(name)) || (counts.get(folded(name)) ?? 0) > 1;
    for (const { name, email } of emails.values()) this.#byEmail.set(email, this.#add({ name, email, isHomonym: isHomonym(name) }));
    for (const { name, email, mark } of all) {
      const key = folded(name);
      if (email !== '' || key === '') continue;
      if (mark !== undefined && !this.#byMark.has(`${key} ${mark}`))
        this.#byMark.set(`${key} ${mark}`, this.#add({ name: `${name} (${mark})`, email: '', isHomonym: true }, key));
      else if (mark === undefined && !this.#byName.has(key)) this.#add({ name, email: '', isHomonym: isHomonym(name) });
      // Several people have this name; the row doesn't show which one.
      else if (mark === undefined && (counts.get(key) ?? 0) > 1 && !this.#byMark.has(`${key} 0`))
        this.#byMark.set(`${key} 0`, this.#add({ name, email: '', isHomonym: true }, key));
    }
  }

  #add(person: Person, key = folded(person.name)): Person {
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), person]);
    return person;
  }

  /** Finds a person; undefined if nobody has this name. A homonym without e-mail is a separate person. */
  find({ name, email, mark }: Who): Person | undefined {
    if (email !== '') return this.#byEmail.get(email);
    if (mark !== undefined) return this.#byMark.get(`${folded(name)} ${mark}`);
    const [one, ...others] = this.#byName.get(folded(name)) ?? [];
    return others.length === 0 ? one : this.#byMark.get(`${folded(name)} 0`);
  }

  /** Finds a person whose name or e-mail a text contains, such as the name of a file. Undefined if none or several match. */
  findIn(text: string): Person | undefined {
    const words = ` ${folded(text)} `;
    const found = this.all.filter(({ name, email }) => {
      const names = [folded(name), folded(name).split(' ').reverse().join(' ')].filter((one) => one.includes(' '));
      return (email !== '' && text.toLowerCase().includes(email)) || names.some((one) => words.includes(` ${one} `));
    });
    return found.length === 1 ? found[0] : undefined;
  }

  get all(): readonly Person[] {
    return [...this.#byName.values()].flat();
  }
}
