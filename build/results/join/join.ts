import type { Codebook, Found, Message, PackageFacts, PackageSession, Question, RawCompletion, RawGrade, Who } from '../model.ts';
import type { Attempt } from './attempt.ts';
import { attachDetails } from './details.ts';
import { type LinkedRow, linkAttempts } from './link-attempts.ts';
import { folded, markHomonyms, type People, type Person } from './people.ts';

/** A person in a session. */
export interface Participation {
  readonly person: Person;
  /** Number of attempts. */
  readonly attempts: number;
  /** The best attempt; absent: none. */
  readonly attempt?: Attempt;
  /** Time of completion; '' if not completed; absent: no download has it. */
  readonly completed?: string;
  readonly grade?: number;
}

/** A session with everybody in it. */
export interface JoinedSession {
  readonly id: string;
  readonly title: string;
  readonly facts?: PackageSession;
  readonly packages: readonly PackageFacts[];
  /** Questions of the newest version, then those that only older ones have. */
  readonly questions: readonly Question[];
  readonly participations: readonly Participation[];
  /** Names of people with access but without an attempt, whom the course doesn't track. */
  readonly outside: readonly string[];
  /** True if a download has the completion of this session. */
  readonly hasCompletion: boolean;
}

export interface Joined {
  readonly sessions: readonly JoinedSession[];
  readonly homonyms: readonly Person[];
  /** Time of the download, in seconds since 1970; 0: unknown. */
  readonly at: number;
}

type Kind<Name extends Found['kind']> = Extract<Found, { kind: Name }>;
type Reporter = (message: Message) => void;

/** Everything that was found, by kind. */
class Material {
  readonly #found: readonly Found[];

  constructor(found: readonly Found[]) {
    this.#found = found;
  }

  of<Name extends Found['kind']>(kind: Name): Kind<Name>[] {
    return this.#found.filter((one): one is Kind<Name> => one.kind === kind);
  }
}

/** Lists questions of all versions, the newest one first. */
function questionsOf(codebooks: readonly Codebook[]): Question[] {
  const all = new Map<string, Question>();
  for (const { questions } of [...codebooks].reverse())
    for (const question of questions) if (!all.has(question.id)) all.set(question.id, question);
  return [...all.values()];
}

/** Compares two rows of the same attempt: the one with more data comes first. */
function byRichness(a: LinkedRow, b: LinkedRow): number {
  const value = ({ attempt }: LinkedRow): number =>
    attempt ? 10_000 * attempt.answers.size - [...attempt.answers.values()].filter(({ isCut }) => isCut).length + attempt.old.length : -1;
  return value(b) - value(a);
}

function bestAttempt(attempts: readonly Attempt[]): Attempt | undefined {
  return [...attempts].sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || b.answers.size - a.answers.size || b.number - a.number)[0];
}

/** Tests whether a heading of a course's report is about a session. Without titles the only session is meant. */
function isAbout(heading: string, title: string, isOnly: boolean): boolean {
  return title === '' ? isOnly : folded(heading).includes(folded(title));
}

interface World {
  readonly people: People;
  readonly rows: readonly LinkedRow[];
  readonly completions: readonly RawCompletion[];
  readonly grades: readonly RawGrade[];
  readonly isOnly: boolean;
}

/** Finds the rows about a session in the course's reports, by person. If they have a single activity, it is the only session. */
function courseRows<Row extends Who & { readonly title: string }>(
  rows: readonly Row[],
  title: string,
  { people, isOnly }: World,
): Map<Person, Row> {
  const isSingle = isOnly && new Set(rows.map((row) => row.title)).size === 1;
  const about = rows.filter((row) => isSingle || isAbout(row.title, title, isOnly));
  return new Map(
    about.flatMap((row): [Person, Row][] => {
      const person = people.find(row);
      return person ? [[person, row]] : [];
    }),
  );
}

function participationsOf(
  own: readonly LinkedRow[],
  completions: ReadonlyMap<Person, RawCompletion>,
  grades: ReadonlyMap<Person, RawGrade>,
  people: People,
) {
  const attempts = new Map<Person, Map<number, LinkedRow>>();
  const listed = new Set<Person>();
  for (const row of [...own].sort(byRichness)) {
    const person = people.find(row.row);
    if (!person) continue;
    listed.add(person);
    const known = attempts.get(person) ?? new Map<number, LinkedRow>();
    if (row.attempt && !known.has(row.row.number)) attempts.set(person, known.set(row.row.number, row));
  }
  const roster = new Set([...attempts.keys(), ...completions.keys(), ...grades.keys()]);
  const isTracked = completions.size + grades.size > 0;
  const members = isTracked ? [...roster] : [...new Set([...roster, ...listed])];
  const participations = members.map((person): Participation => {
    const tried = [...(attempts.get(person)?.values() ?? [])].flatMap(({ attempt }) => attempt ?? []);
    const attempt = bestAttempt(tried);
    const completed = completions.get(person)?.at;
    const grade = grades.get(person)?.grade;
    return {
      person,
      attempts: tried.length,
      ...(attempt && { attempt }),
      ...(completed !== undefined && { completed }),
      ...(grade !== undefined && { grade }),
    };
  });
  return { participations, outside: isTracked ? [...listed].filter((person) => !roster.has(person)).map(({ name }) => name) : [] };
}

function sessionOf(id: string, codebooks: readonly Codebook[], packages: readonly PackageFacts[], world: World): JoinedSession {
  const own = world.rows.filter(({ session }) => session === id);
  const holding = packages.filter(({ sessions }) => sessions.some((session) => session.id === id));
  const facts = holding.at(-1)?.sessions.find((session) => session.id === id);
  const title = facts?.title ?? own.find((row) => row.title !== '')?.title ?? '';
  const completions = courseRows(world.completions, title, world);
  const grades = courseRows(world.grades, title, world);
  return {
    id,
    title: title || id,
    ...(facts && { facts }),
    packages: holding,
    questions: questionsOf(codebooks.filter(({ session }) => session === id)),
    hasCompletion: completions.size > 0,
    ...participationsOf(own, completions, grades, world.people),
  };
}

/** Joins all downloads by e-mail, else by name. @param error, note called with messages about downloads that can't be used */
export function join(found: readonly Found[], error: Reporter, note: Reporter): Joined {
  const material = new Material(found);
  const codebooks = material.of('codebook').flatMap((one) => one.codebooks);
  const packages = material.of('package').map(({ facts }) => facts);
  const tables = material.of('attempts').map(({ attempts }) => markHomonyms(attempts));
  const completions = material.of('completion').flatMap((one) => one.completions);
  const grades = material.of('grades').flatMap((one) => one.grades);
  const sessions = [...new Set(codebooks.map(({ session }) => session))];
  const titles = new Map(sessions.map((id) => [id, packages.flatMap((one) => one.sessions).find((one) => one.id === id)?.title ?? '']));
  const rows = tables.flatMap((attempts) => linkAttempts(attempts, codebooks, titles, error));
  const details = material.of('details').map((one) => one.details);
  const { rows: complete, people } = attachDetails(
    details,
    rows,
    { codebooks, all: [...tables.flat(), ...completions, ...grades] },
    error,
    note,
  );
  const world = { people, rows: complete, completions, grades, isOnly: sessions.length === 1 };
  return {
    sessions: sessions.map((id) => sessionOf(id, codebooks, packages, world)).filter(({ participations }) => participations.length > 0),
    homonyms: people.all.filter(({ isHomonym }) => isHomonym),
    at: Math.max(0, ...material.of('grades').map(({ at }) => at)),
  };
}
