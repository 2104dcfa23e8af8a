import * as z from 'zod';

const verdict = z.enum(['right', 'wrong', 'none']);
const count = z.number().int().min(0);

const share = z.strictObject({ words: z.string(), n: count, verdict, tempting: z.boolean(), people: z.array(count) });

const question = z.strictObject({
  id: z.string(),
  page: z.string(),
  activity: z.string(),
  text: z.string(),
  kind: z.enum(['choice', 'true-false', 'matching', 'sequencing', 'performance', 'likert', 'numeric', 'typed', 'text']),
  competencies: z.array(z.string()),
  required: z.boolean(),
  drawn: z.boolean(),
  rightWords: z.string(),
  answered: count,
  right: count,
  shares: z.array(share),
});

const competency = z.strictObject({ id: z.string(), title: z.string(), questions: count, answered: count, right: count });

const page = z.strictObject({ title: z.string(), minutes: z.number() });

const beforeAfter = z.strictObject({
  before: z.string(),
  after: z.string(),
  text: z.string(),
  levels: z.array(z.string()),
  moves: z.array(z.strictObject({ from: count, to: count, n: count })),
});

const answer = z.strictObject({ id: z.string(), words: z.string(), raw: z.string(), verdict, rightWords: z.string(), cut: z.boolean() });

const participation = z.strictObject({
  person: count,
  state: z.enum(['done', 'underway', 'none']),
  basis: z.enum(['completion', 'details', 'answers']),
  why: z.enum(['', 'unopened', 'stopped', 'below', 'answered']),
  attempts: count,
  attempt: count,
  file: z.string(),
  score: z.number().exactOptional(),
  grade: z.number().exactOptional(),
  first: z.string(),
  last: z.string(),
  seconds: count.exactOptional(),
  donePages: z.array(count),
  declaredMinutes: z.number(),
  answers: z.array(answer),
  old: z.array(z.strictObject({ id: z.string(), raw: z.string() })),
  competencies: z.array(z.strictObject({ id: z.string(), answered: count, right: count })),
  objectives: z.array(z.strictObject({ id: z.string(), status: z.string().exactOptional(), score: z.number().exactOptional() })),
});

const session = z.strictObject({
  id: z.string(),
  title: z.string(),
  course: z.string(),
  organisation: z.string(),
  cohort: z.string(),
  minutes: z.number(),
  pass: z.number().exactOptional(),
  versions: z.array(z.string()),
  hasCompletion: z.boolean(),
  pages: z.array(page),
  questions: z.array(question),
  competencies: z.array(competency),
  beforeAfter: z.array(beforeAfter),
  participations: z.array(participation),
  outside: z.array(z.string()),
});

/** `report.json`: the data of a report, for other programs. */
export const reportSchema = z.strictObject({
  format: z.literal(1),
  anonymous: z.boolean(),
  downloaded: z.string(),
  people: z.array(z.strictObject({ name: z.string(), email: z.string(), homonym: z.boolean(), sheet: z.string() })),
  sessions: z.array(session),
  notes: z.array(z.string()),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportSession = z.infer<typeof session>;
export type ReportQuestion = z.infer<typeof question>;
export type ReportParticipation = z.infer<typeof participation>;
export type Share = z.infer<typeof share>;
export type BeforeAfter = z.infer<typeof beforeAfter>;
