import type { Failure, LmsCalls } from '../../src/lms/lms-call.ts';
import { createWriter, respell } from '../../src/lms/writer.ts';

/** Opens a writer in front of an LMS that refuses some elements, or commits, while that is switched on. */
export function openWriter(launched?: ReadonlyMap<string, string>) {
  const sent: string[] = [];
  const lms = { refuses: new Map<string, number>(), commits: true };
  let failure: Failure = { call: '', code: 0 };
  const end = (call: string): boolean => {
    sent.push(call);
    if (!lms.commits) failure = { call, code: 101 };
    return lms.commits;
  };
  const calls: Partial<LmsCalls> = {
    set(element, value) {
      sent.push(`${element}=${value}`);
      const code = lms.refuses.get(element);
      if (code !== undefined) failure = { call: `Set ${element}`, code };
      return code === undefined;
    },
    commit: () => end('commit'),
    close: () => end('close'),
    last: () => failure,
  };
  return { writer: createWriter(calls as LmsCalls, respell, launched), lms, take: () => sent.splice(0) };
}
