import type { Problem } from '../engine/calls.ts';
import { t } from '../words.ts';
import { EditorIcon } from './icon.tsx';

/** Words that are read per minute. */
const READ = 180;

/** Finds the first problem behind a line, else the first of all. */
function next(problems: readonly Problem[], line: number): number | undefined {
  return (problems.find((one) => one.line > line) ?? problems[0])?.line;
}

/** The line below a text: its problems, the cursor's line, its length. */
export function TextStatus({
  problems,
  line,
  words,
  onGo,
}: {
  readonly problems: readonly Problem[];
  readonly line: number;
  readonly words: number;
  onGo(line: number): void;
}) {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const others = problems.length - errors;
  const target = next(problems, line);
  const count = t('editor.problems', { errors, others });
  return (
    <div class="s-foot">
      {target === undefined ? (
        <span class="s-foot-clean">
          <EditorIcon name="answer" />
          {t('editor.clean')}
        </span>
      ) : (
        <button
          type="button"
          class={`s-foot-problems${errors > 0 ? ' s-foot-errors' : ''}`}
          title={t('editor.problems.next')}
          onClick={() => onGo(target)}
        >
          <EditorIcon name={errors > 0 ? 'error' : 'warning'} />
          {count}
        </button>
      )}
      <span>{t('editor.problem.line', { line })}</span>
      <span class="s-foot-words">{t('editor.words', { words, minutes: Math.max(1, Math.round(words / READ)) })}</span>
    </div>
  );
}
