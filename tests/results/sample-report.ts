import type { Report, ReportParticipation, ReportQuestion, ReportSession } from '../../build/results/report-schema.ts';
import type { ReportStrings } from '../../build/results/strings.ts';

/** Texts that are their own keys, with their values: tests see which sentence was chosen. */
export const keyWords: ReportStrings = {
  lang: 'fr',
  texts: {},
  format: (key, values = {}) => [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' '),
  percent: (value) => `${value} %`,
  moment: (value) => (value === '' ? '' : `le ${value}`),
  duration: (seconds) => `${seconds} s`,
};

/** A question of a session on bread. */
export function asked(id: string, more: Partial<ReportQuestion> = {}): ReportQuestion {
  const base = {
    id,
    page: 'Pétrir',
    activity: 'Choix',
    text: `${id} ?`,
    kind: 'choice',
    competencies: ['c4-3'],
    required: true,
    drawn: false,
  } as const;
  return { ...base, competencies: [...base.competencies], rightWords: '', answered: 0, right: 0, shares: [], ...more };
}

/** Somebody who has finished, unless a test says otherwise. */
export function took(person: number, more: Partial<ReportParticipation> = {}): ReportParticipation {
  const made = {
    attempts: 1,
    attempt: 1,
    file: '',
    first: '',
    last: '',
    donePages: [],
    declaredMinutes: 0,
    answers: [],
    old: [],
    competencies: [],
    objectives: [],
  };
  return { person, state: 'done', basis: 'completion', why: '', ...made, ...more };
}

/** A session of two pages. */
export function session(more: Partial<ReportSession> = {}): ReportSession {
  return {
    id: 'fournil',
    title: 'Le fournil',
    course: 'Le pain',
    organisation: 'École',
    cohort: '',
    minutes: 0,
    versions: [],
    hasCompletion: true,
    pages: [
      { title: 'Pétrir', minutes: 5 },
      { title: 'Cuire', minutes: 0 },
    ],
    questions: [],
    competencies: [],
    beforeAfter: [],
    participations: [],
    outside: [],
    ...more,
  };
}

/** A report on three people. */
export function report(sessions: ReportSession[] = [], more: Partial<Report> = {}): Report {
  const people = ['Inès Moreau', 'Marc', 'Noor de la Cour'].map((name, index) => ({
    name,
    email: index === 1 ? '' : `p${index}+x@a.org`,
    homonym: false,
    sheet: `releve-${index}.html`,
  }));
  return { format: 1, anonymous: false, downloaded: '', people, sessions, notes: [], ...more };
}
