import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { check } from '../../build/pipeline.ts';
import { resolveVariant } from '../../build/stages/resolve/resolve-variants.ts';
import type { Target } from '../../src/model/course/course.ts';
import { depot, rames, requestFor } from '../bad-input/depot-project.ts';
import { engine } from './engine.ts';

/** A question with two right choices of four. */
export const choice = (n: number): string =>
  `:::choice{#q${n}}\nQuestion ${n} ?\n\n- [x] oui ${n}\n- [x] deux ${n}\n- [ ] non ${n}\n- [ ] peut-être ${n}\n:::\n`;
/** A question with one right choice of three. */
export const one = (n: number): string =>
  `:::choice{#q${n}}\nQuestion ${n} ?\n\n- [x] oui ${n}\n- [ ] non ${n}\n- [ ] peut-être ${n}\n:::\n`;
/** A free text of 2000 characters. */
export const open = (n: number): string => `:::open-question{#t${n} max-characters=2000}\nRacontez ${n}.\n:::\n`;
export const list = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, n) => make(n)).join('\n');

export const every: readonly Target[] = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'];

/** Writes a project with one module of one page. @param built the targets of the course */
export function projectOf(body: string, profile: 'moodle' | 'strict', built: readonly Target[]): string {
  return depot({
    'course.yaml': `id: depot\ntitle: Au dépôt\nlang: fr\npace: page\nprofile: ${profile}\ntargets: [${built.join(', ')}]\nmodules: [rames]\n`,
    ...rames(`# Le quai {#quai}\n\n${body}`),
  });
}

/** Checks a module of one page: its content, and the diagnostics of the check. */
export function prepared(body: string, profile: 'moodle' | 'strict', targets: readonly Target[] = ['scorm12'], built = every) {
  const project = projectOf(body, profile, built);
  const { diagnostics, requested } = check(requestFor(project, { targets }), engine);
  const course = requested[0]?.course;
  const [module] = course?.modules ?? [];
  if (!course || !module) throw new Error('no course');
  const { content } = resolveVariant(course, module, null, engine.types, new Diagnostics()).built;
  return { content, list: diagnostics.list, found: diagnostics.list.map(({ code, severity }) => `${severity} ${code}`) };
}
