import type { Problem } from '../engine/calls.ts';
import { mostUrgentFirst } from '../problem-texts.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { chosenPath } from './sessions.ts';

const ICONS = { error: 'circle-alert', warning: 'triangle-alert', notice: 'lightbulb' } as const;

/** All problems of the course. Each leads to its place in the text. */
export function ProblemsPanel({ studio, onClose }: { readonly studio: Studio; onClose(): void }) {
  const { problems } = studio.checked.value;
  const path = chosenPath(studio);
  return (
    <section
      class="s-problems"
      aria-label={t('problems')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="s-pane-head">
        <h2>{t('problems')}</h2>
        <Button look="quiet" icon="x" label={t('close')} onClick={onClose} />
      </header>
      <ul class="s-problem-list">
        {mostUrgentFirst(problems, path).map((one) => (
          <li key={`${one.path} ${one.line} ${one.column} ${one.code} ${one.problem}`}>
            <ProblemRow
              problem={one}
              file={one.path === path ? '' : one.path.slice(studio.course.length + 1)}
              onGo={() => studio.goTo(one)}
            />
          </li>
        ))}
        {problems.length === 0 && <li class="s-problem-none">{t('write.clean')}</li>}
      </ul>
    </section>
  );
}

/** Properties of a problem in the list. */
interface ProblemRowProps {
  readonly problem: Problem;
  /** Name of its file, if it is another one than the text on screen. */
  readonly file: string;
  onGo(): void;
}

function ProblemRow({ problem: { severity, problem, write, line }, file, onGo }: ProblemRowProps) {
  const place = t('problems.line', { n: line });
  return (
    <button type="button" class={`s-problem-row s-${severity}`} onClick={onGo}>
      <Icon name={ICONS[severity]} />
      <span class="s-problem-words">
        <span class="s-hidden">{t(`problems.${severity}`)} </span>
        <strong>{problem}</strong>
        {write !== '' && <span>{write}</span>}
      </span>
      <span class="s-problem-place">{file === '' ? place : `${file}, ${place.toLowerCase()}`}</span>
    </button>
  );
}
