import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../engine/calls.ts';
import { t } from '../strings.ts';
import { difference, lineAt, type Replacement, shownText } from '../text/raw-text.ts';
import { fixOf } from './fixes.ts';
import { fixName } from './problem-lines.ts';

/** A text in a field of the browser, with its problems as a list below: what screen readers know best. */
export function PlainText({
  raw,
  read,
  line,
  problems,
  ids,
  onEdit,
  onCursor,
}: {
  readonly raw: string;
  /** Reads the text as it is now: several keys may come before it is drawn again. */
  read(): string;
  /** Line that the cursor goes to when the field appears, or when this changes otherwise than by it. */
  readonly line: number;
  readonly problems: readonly Problem[];
  /** Collects the ids that are taken in the whole course. */
  ids(): ReadonlySet<string>;
  onEdit(changes: readonly Replacement[]): void;
  onCursor(line: number): void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = shownText(raw);
  const lineOf = (offset: number): number => lineAt(field.current?.value ?? '', offset);
  const goTo = (wanted: number, takesFocus: boolean): void => {
    const { current } = field;
    if (!current) return;
    const lines = current.value.split('\n');
    const offset = lines.slice(0, wanted - 1).reduce((sum, { length }) => sum + length + 1, 0);
    current.setSelectionRange(offset, offset);
    current.scrollTop = ((wanted - 1) / lines.length) * current.scrollHeight - current.clientHeight / 3;
    if (takesFocus) current.focus();
  };
  useEffect(() => {
    if (field.current && lineOf(field.current.selectionStart) !== line) goTo(line, false);
  }, [line]);
  function apply(problem: Problem): void {
    const fix = fixOf(problem, shownText(read()), ids);
    if (!fix) return;
    onEdit(fix.changes);
    goTo(problem.line, true);
  }
  return (
    <div class="s-plain-text">
      <textarea
        ref={field}
        class="s-plain-field"
        aria-label={t('editor.text')}
        value={shown}
        onInput={({ currentTarget }) => onEdit([difference(shownText(read()), currentTarget.value)])}
        onSelect={({ currentTarget }) => onCursor(lineOf(currentTarget.selectionStart))}
      />
      {problems.length > 0 && (
        <ul class="s-plain-faults">
          {problems.map((problem) => {
            const fix = fixOf(problem, shown, ids);
            return (
              <li key={`${problem.line}:${problem.column}:${problem.code}`} class={`s-fault s-fault-${problem.severity}`}>
                <button type="button" class="s-fault-fix" onClick={() => goTo(problem.line, true)}>
                  {t('editor.problem.line', { line: problem.line })}
                </button>
                <p>
                  {problem.problem} <span class="s-fault-write">{problem.write}</span>
                </p>
                {fix && (
                  <button type="button" class="s-fault-fix" onClick={() => apply(problem)}>
                    {fixName(fix)}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
