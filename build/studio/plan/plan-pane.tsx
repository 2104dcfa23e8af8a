import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Path, TypeFacts } from '../engine/calls.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { shownText } from '../text/raw-text.ts';
import { Button } from '../ui/button.tsx';
import { PlanCommands } from './plan-commands.ts';
import { planOf } from './plan-items.ts';
import { PlanQuestion } from './plan-question.tsx';
import { PageRow } from './plan-rows.tsx';
import { PlanRows } from './plan-state.ts';

/** Moves the focus among the rows by arrow keys. */
function rowKeys(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const { key, altKey, defaultPrevented, target, currentTarget } = event;
  if (altKey || defaultPrevented || !(target as Element).matches('.s-row-button')) return;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('.s-row-button')];
  const now = rows.indexOf(target as HTMLElement);
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[key];
  if (next === undefined || !rows[next]) return;
  event.preventDefault();
  rows[next]?.focus();
}

/** The plan of a session: its pages, and the activities and blocks of each. */
export function PlanPane({ studio, path }: { readonly studio: Studio; readonly path: Path }) {
  const types = useSignal<readonly TypeFacts[]>([]);
  const place = useRef<HTMLElement>(null);
  const rows = useMemo(() => new PlanRows(studio, path, new PlanCommands(studio, path)), [studio, path]);
  useEffect(() => {
    void studio.types().then((all) => {
      types.value = all;
    });
  }, [studio, types]);
  const plan = useComputed(() => {
    const { course, problems } = studio.checked.value;
    // Texts are no signals: both of these rise when one has changed.
    void (studio.revision.value + studio.outside.value);
    return planOf(shownText(rows.commands.raw), { course, problems: problems.filter((one) => one.path === path), types: types.value });
  });
  const { value: pages } = plan;
  const { value: focused } = rows.focused;
  useEffect(() => {
    if (focused === null) return;
    rows.focused.value = null;
    place.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }, [focused, rows]);
  const minutes = pages.reduce((sum, page) => sum + page.minutes, 0);
  const points = pages.flatMap(({ parts }) => parts).reduce((sum, part) => sum + (part.points ?? 0), 0);
  return (
    <nav class="s-pane s-plan" aria-label={t('plan.of')} ref={place}>
      <header class="s-pane-head">
        <h2>{t('plan')}</h2>
        <span class="s-plan-sum">
          {t('plan.pages', { n: pages.length })}
          {minutes > 0 && ` · ${t('plan.minutes', { n: minutes })}`}
          {points > 0 && ` · ${t('plan.points', { n: points })}`}
        </span>
      </header>
      <ol class="s-plan-list" onKeyDown={rowKeys}>
        {pages.map((page) => (
          <PageRow key={page.key} page={page} rows={rows} />
        ))}
      </ol>
      <PlanNote commands={rows.commands} />
      <footer class="s-plan-foot">
        <Button
          look="quiet"
          icon="plus"
          onClick={() => {
            rows.asking.value = { kind: 'add' };
          }}
        >
          {t('plan.add')}
        </Button>
      </footer>
      <PlanQuestion rows={rows} last={pages.length} />
    </nav>
  );
}

/** Announces the last command; a removal can be undone here. */
function PlanNote({ commands }: { readonly commands: PlanCommands }) {
  const { value: note } = commands.note;
  return (
    <div class={note?.before === undefined ? 's-hidden' : 's-plan-note'}>
      <p role="status">{note?.text}</p>
      {note?.before !== undefined && (
        <Button icon="undo-2" onClick={() => commands.undo()}>
          {t('plan.undo')}
        </Button>
      )}
    </div>
  );
}
