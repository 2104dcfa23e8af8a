import type { Diagnostic } from '../../build/diagnostics/diagnostics.ts';
import en from '../../build/diagnostics/en.json' with { type: 'json' };
import fr from '../../build/diagnostics/fr.json' with { type: 'json' };

type Severity = Diagnostic['severity'];

/** Diagnostics that stop no build. A missing id stops it, but not the preview. */
const MILD: Readonly<Record<string, readonly Severity[]>> = {
  ...Object.fromEntries(
    [
      'course-behind-link',
      'definition-list',
      'distractors-unused',
      'empty-for-cohort',
      'empty-page',
      'hair-stays-black',
      'heading-jump',
      'missing-captions',
      'missing-transcript',
      'no-question',
      'one-long-answer',
      'other-site',
      'tag-of-nobody',
      'text-in-bank',
      'unlisted-module',
    ].map((code) => [code, ['warning'] as const]),
  ),
  ...Object.fromEntries(
    ['heavy-cover', 'long-page', 'long-step', 'short-duration', 'short-page-time'].map((code) => [code, ['notice'] as const]),
  ),
  'missing-id': ['error', 'warning'],
};

/** Lists the `{names}` of a message that both languages have: the others are examples of what authors write. */
function namesIn(code: Diagnostic['code']): string[] {
  const [one = '', other = ''] = [fr, en].map((table) => `${table[code].problem} ${table[code].write}`);
  const names = [...one.matchAll(/\{([a-z]+)\}/g)].map(([, name = '']) => name);
  return names.filter((name) => name !== 'right' && other.includes(`{${name}}`));
}

/** Checks that authors could read each message in full, and that a fault stops a build. @throws names what is wrong */
export function expectSound(list: readonly Diagnostic[]): void {
  for (const { code, severity, values } of list) {
    const missing = namesIn(code).filter((name) => values[name] === undefined);
    if (missing.length > 0) throw new Error(`The message of ${code} has no ${missing.join(', ')}.`);
    if (!(MILD[code] ?? ['error']).includes(severity)) throw new Error(`${code} is reported as ${severity}.`);
  }
}
