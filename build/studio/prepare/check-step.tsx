import { useSignal } from '@preact/signals';
import type { Checked } from '../engine/calls.ts';
import type { Prepared } from '../engine/prepare-calls.ts';
import type { Problem } from '../engine/problem.ts';
import { inStudio } from '../problem-texts.ts';
import { language, t } from '../strings.ts';
import type { Cursor, Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { nameOf } from './file-kinds.ts';
import { addIds, missingIds } from './missing-ids.ts';

/** Tips that are shown at once; the others are folded. */
const SHOWN = 3;

function Finding({ problem, onGo }: { readonly problem: Problem; onGo(place: Cursor): void }) {
  const { path, line, severity, problem: what, write } = problem;
  const place = t('prepare.place', { file: nameOf(path), line });
  return (
    <li class={`s-finding is-${severity}`}>
      <Icon name={severity === 'error' ? 'circle-alert' : 'triangle-alert'} />
      <p>
        {what} {write} <span class="s-muted">{place}</span>
      </p>
      <Button aria-label={t('prepare.go.to', { place })} onClick={() => onGo({ path, line })}>
        {t('prepare.go')}
      </Button>
    </li>
  );
}

function MissingIds({ problems, studio }: { readonly problems: readonly Problem[]; readonly studio: Studio }) {
  const isAdded = useSignal(false);
  const n = [...missingIds(problems).values()].reduce((sum, ids) => sum + ids.length, 0);
  if (n === 0) return isAdded.value ? <p role="status">{t('prepare.ids.added')}</p> : null;
  const add = (): void => {
    addIds(studio, problems);
    isAdded.value = true;
  };
  return (
    <div class="s-finding is-error">
      <Icon name="circle-alert" />
      <p>{t('prepare.ids', { n })}</p>
      <Button onClick={add}>{t('prepare.ids.add', { n })}</Button>
    </div>
  );
}

/** The first step: what prevents the package, and what could be better. */
export function CheckStep({
  studio,
  checked,
  prepared,
  onGo,
}: {
  readonly studio: Studio;
  readonly checked: Checked;
  readonly prepared: Prepared | null;
  onGo(place: Cursor): void;
}) {
  const problems = inStudio(prepared?.problems ?? checked.problems, studio.project.paths);
  const errors = problems.filter(({ severity, code }) => severity === 'error' && code !== 'missing-id');
  const blocking = problems.filter(({ severity }) => severity === 'error').length;
  const tips = checked.problems.filter(({ severity, code }) => severity !== 'error' && code !== 'missing-id');
  const number = new Intl.NumberFormat(language.value);
  const list = (some: readonly Problem[]) =>
    some.map((one) => <Finding key={`${one.path}:${one.line}:${one.code}`} problem={one} onGo={onGo} />);
  const packages = prepared?.packages ?? [];
  const sum = (count: (one: (typeof packages)[number]) => number): number => packages.reduce((all, one) => all + count(one), 0);
  const most = packages.toSorted((one, other) => other.state - one.state)[0];
  return (
    <section class="s-step">
      <span class={`s-step-mark ${blocking === 0 ? 's-right' : 's-wrong'}`}>
        <Icon name={blocking === 0 ? 'check' : 'circle-alert'} />
      </span>
      <h2>
        {t('prepare.check')}{' '}
        <span role="status" class={`s-tag ${blocking === 0 ? 's-right' : 's-wrong'}`}>
          {blocking === 0 ? t('prepare.check.clean') : t('prepare.check.blocked', { n: blocking })}
        </span>
      </h2>
      <div>
        {most && (
          <p class="s-muted">
            {t('prepare.check.facts', {
              activities: sum((one) => one.activities),
              points: number.format(sum((one) => one.points)),
              competencies: Math.max(...packages.map((one) => one.competencies)),
              state: number.format(most.state),
              limit: number.format(most.limit),
            })}
          </p>
        )}
        <MissingIds problems={problems} studio={studio} />
        <ul class="s-findings">
          {list(errors)}
          {list(tips.slice(0, SHOWN))}
        </ul>
        {tips.length > SHOWN && (
          <details class="s-fold">
            <summary>{t('prepare.check.tips', { n: tips.length - SHOWN })}</summary>
            <ul class="s-findings">{list(tips.slice(SHOWN))}</ul>
          </details>
        )}
      </div>
    </section>
  );
}
