import type { Face } from '../../kit/features.ts';
import { plainFace } from '../../model/course-file.ts';

// Reads course.yaml and cohorts as forms show them: what is missing or wrong is left out, because the check reports it.

export interface CompetencyValue {
  readonly id: string;
  readonly title: string;
}

export interface PersonValue {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly picture: string;
  /** 1..4 */
  readonly colour: number;
  readonly face: Face;
}

export interface CourseValue {
  readonly id: string;
  readonly title: string;
  readonly lang: 'fr' | 'en';
  readonly organisation: string;
  readonly profile: string;
  readonly package: string;
  readonly pace: string;
  readonly targets: readonly string[];
  readonly competencies: readonly CompetencyValue[];
  readonly people: readonly PersonValue[];
  readonly modules: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly look: string;
  readonly accent: string;
  readonly logo: string;
}

type Members = Readonly<Record<string, unknown>>;

export function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

export function textIn(value: unknown, fallback = ''): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : fallback;
}

export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map((item) => textIn(item)) : [];
}

function listIn(value: unknown): Members[] {
  return Array.isArray(value) ? value.map(membersOf) : [];
}

export function textMap(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(membersOf(value)).map(([key, member]) => [key, textIn(member)]));
}

/** Colours of the disc behind a face, in the order in which people get them. */
const DISCS = 4;

function personValue(value: Members, index: number): PersonValue {
  return {
    id: textIn(value.id),
    name: textIn(value.name),
    role: textIn(value.role),
    picture: textIn(value.picture),
    colour: typeof value.colour === 'number' ? value.colour : (index % DISCS) + 1,
    face: { ...plainFace, ...(membersOf(value.face) as Partial<Face>) },
  };
}

/** Reads the value of `course.yaml`. */
export function courseValue(plain: unknown): CourseValue {
  const value = membersOf(plain);
  const theme = membersOf(value.theme);
  return {
    id: textIn(value.id),
    title: textIn(value.title),
    lang: value.lang === 'en' ? 'en' : 'fr',
    organisation: textIn(value.organisation),
    profile: textIn(value.profile, 'moodle'),
    package: textIn(value.package, 'sco-per-module'),
    pace: textIn(value.pace, 'steps'),
    targets: value.targets === undefined ? ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'] : textsIn(value.targets),
    competencies: listIn(value.competencies).map((one) => ({ id: textIn(one.id), title: textIn(one.title) })),
    people: listIn(value.people).map(personValue),
    modules: textsIn(value.modules),
    variables: textMap(value.variables),
    look: textIn(theme.name, 'plain'),
    accent: textIn(theme.accent),
    logo: textIn(theme.logo),
  };
}
