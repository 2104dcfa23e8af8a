import type { Diagnostic } from '../../build/diagnostics/diagnostics.ts';
import type { Node, ValidActivity, ValidModule } from '../../build/model/source.ts';
import { check } from '../../build/pipeline.ts';
import { depot, type Files, rames, requestFor } from '../bad-input/depot-project.ts';
import { engine } from './engine.ts';
import { expectSound } from './sound-messages.ts';

/** A checked course, and its diagnostics. */
export interface Looked {
  /** Each diagnostic as `code line`. */
  readonly found: readonly string[];
  readonly list: readonly Diagnostic[];
  /** The session, and the content of its first page; the session is undefined if nothing could be checked. */
  readonly module: ValidModule | undefined;
  readonly nodes: readonly Node[];
  readonly activity: ValidActivity | undefined;
}

/** Checks the course about a tram depot, with these files in place of its own. */
export function lookAt(files: Files): Looked {
  const { diagnostics, requested } = check(requestFor(depot(files)), engine);
  expectSound(diagnostics.list);
  const module = requested[0]?.course.modules[0]?.module;
  const nodes = module?.pages[0]?.nodes ?? [];
  const activity = nodes.flatMap((node) => (node.kind === 'activity' ? [node.activity] : []))[0];
  return { found: diagnostics.list.map(({ code, at }) => `${code} ${at.line}`), list: diagnostics.list, module, nodes, activity };
}

/** Checks a page whose content begins on line 8. */
export const lookAtPage = (body: string, more: Files = {}): Looked => lookAt({ ...rames(`# Le quai {#quai}\n\n${body}\n`), ...more });

/** Values of the first diagnostic with this code. */
export function valuesOf({ list }: Looked, code: string): Readonly<Record<string, unknown>> | undefined {
  return list.find((one) => one.code === code)?.values;
}
