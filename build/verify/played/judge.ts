import type { Finding, Hit } from '../rules/rule.ts';
import type { RuleId } from '../strings.ts';
import type { PlayedLaunch } from './record.ts';
import { type SetValue, type Visit, visitOf } from './values.ts';

/** A rule about what a SCO does when it is opened and closed. All are warnings: no LMS refuses a package for them. */
interface PlayRule {
  readonly id: RuleId;
  readonly sources: readonly string[];
  check(launch: PlayedLaunch, visit: Visit): readonly string[] | boolean;
}

const OTHER_API = { '1.2': 'API_1484_11', '2004': 'API' } as const;

/** Elements of a status, of the way to leave, and of the time, by standard. */
const STATUS = /^cmi\.(?:core\.lesson_status|completion_status|success_status)$/;
const DONE = /^(?:completed|passed)$/;

function has(values: readonly SetValue[], element: string, value?: string): boolean {
  return values.some((one) => one.element === element && (value === undefined || one.value === value));
}

function named(values: readonly SetValue[]): string[] {
  return values.map(({ element }) => element);
}

const callRules: readonly PlayRule[] = [
  {
    id: 'play-other-api',
    sources: ['scorm.md 7'],
    check: ({ looked, version, isSco }, { hasStarted }) => isSco && !hasStarted && looked.includes(OTHER_API[version]),
  },
  {
    id: 'play-no-api',
    sources: ['scorm.md 7'],
    check: ({ looked, isSco }, { hasStarted }) => isSco && !hasStarted && looked.length === 0,
  },
  {
    id: 'play-no-start',
    sources: ['scorm.md 10'],
    check: ({ looked, version, isSco }, { hasStarted }) =>
      isSco && !hasStarted && looked.length > 0 && !looked.includes(OTHER_API[version]),
  },
  {
    id: 'play-refused',
    sources: ['scorm.md 9', 'scorm.md 21'],
    check: (_, { refused }) => [
      ...new Set(refused.map(({ method, args, error }) => `${method}(${args.map((arg) => arg.slice(0, 60)).join(', ')}) → ${error}`)),
    ],
  },
  {
    id: 'play-late',
    sources: ['scorm.md 12'],
    check: (_, { late }) => [...new Set(late.map(({ method, args }) => `${method}(${args[0] ?? ''})`))],
  },
  {
    id: 'play-done',
    sources: ['scorm.md 41'],
    check: (_, { atOpening }) =>
      atOpening
        .filter(({ element, value }) => STATUS.test(element) && DONE.test(value))
        .map(({ element, value }) => `${element} = ${value}`),
  },
  { id: 'play-lost', sources: ['moodle.md 15', 'scorm.md 41'], check: (_, { lost }) => named(lost) },
  {
    id: 'play-unsaved',
    sources: ['moodle.md 15', 'scorm.md 41'],
    check: (_, { unsaved, lost }) => named(unsaved.filter(({ element }) => !has(lost, element))),
  },
  { id: 'play-no-end', sources: ['moodle.md 19'], check: (_, { hasStarted, hasEnded }) => hasStarted && !hasEnded },
  {
    id: 'play-no-status',
    sources: ['moodle.md 11'],
    check: ({ version }, { hasStarted, atAll }) => version === '1.2' && hasStarted && !has(atAll, 'cmi.core.lesson_status'),
  },
  {
    id: 'play-no-suspend',
    sources: ['moodle.md 13'],
    check: ({ version }, { hasStarted, atAll }) => version === '2004' && hasStarted && !has(atAll, 'cmi.exit', 'suspend'),
  },
];

const pageRules: readonly PlayRule[] = [
  { id: 'play-blank', sources: ['scorm.md 41'], check: ({ isBlank }) => isBlank },
  { id: 'play-missing', sources: ['scorm.md 33'], check: ({ missing }) => missing },
  { id: 'play-elsewhere', sources: ['scorm.md 34', 'scorm.md 41'], check: ({ elsewhere }) => elsewhere },
  { id: 'play-errors', sources: ['scorm.md 41'], check: ({ errors }) => errors },
  { id: 'play-dialogs', sources: ['scorm.md 41'], check: ({ dialogs }) => dialogs },
  { id: 'play-popups', sources: ['moodle.md 30'], check: ({ popups }) => popups > 0 },
];

function hitOf(found: readonly string[] | boolean, title: string): Hit | null {
  if (found === true) return { values: { title } };
  if (found === false || found.length === 0) return null;
  return { values: { title, n: found.length, first: found[0] ?? '' }, items: found };
}

/** Judges what was observed of all launches. */
export function judge(launches: readonly PlayedLaunch[]): Finding[] {
  return launches.flatMap((launch) => {
    const visit = visitOf(launch);
    return [...callRules, ...pageRules].flatMap(({ id, sources, check }): Finding[] => {
      const hit = hitOf(check(launch, visit), launch.title);
      return hit ? [{ rule: id, severity: 'warning', sources, ...hit }] : [];
    });
  });
}
