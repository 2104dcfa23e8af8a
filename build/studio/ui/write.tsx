import { useComputed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { EditorActions } from '../editor/surroundings.ts';
import { PlanPane } from '../plan/plan-pane.tsx';
import { PreviewPane } from '../preview/preview-pane.tsx';
import type { Cursor, Studio } from '../studio.ts';
import { t } from '../words.ts';
import { PaneTabs } from './pane-tabs.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { chosenPath, chosenSession } from './sessions.ts';
import { StatusLine } from './status-line.tsx';
import { TextPane } from './text-pane.tsx';
import type { ViewProps } from './view-props.ts';
import { AddPlace, FormPlace, WriteTools } from './write-tools.tsx';

/** Actions of a text that forms and the list of activities carry out. */
function textActions(studio: Studio): EditorActions {
  const at = (line: number): Cursor => ({ path: chosenPath(studio) ?? '', line });
  return {
    onEdit: ({ line }) => {
      studio.form.value = at(line);
    },
    onEditFront: () => {
      studio.form.value = at(0);
    },
    onAdd: () => {
      studio.adding.value = at(studio.cursor.peek()?.line ?? 0);
    },
  };
}

/** The view to write in: plan, text and preview; one of them where there is room for one only. */
export function WriteView({ studio, settings }: ViewProps) {
  const path = useComputed(() => chosenPath(studio));
  const session = chosenSession(studio);
  const areProblemsShown = useSignal(false);
  const actions = useMemo(() => textActions(studio), [studio]);
  if (path.value === undefined || !session) return <p class="s-note">{t('write.empty')}</p>;
  return (
    <main class="s-write" data-pane={studio.pane.value}>
      <h1 class="s-hidden">{session.title}</h1>
      <PlanPane key={path.value} studio={studio} path={path.value} />
      <section class="s-pane s-text-pane" aria-label={t('write.textOf')}>
        <WriteTools studio={studio} path={path.value} />
        <div class="s-write-text" hidden={studio.form.value?.path === path.value}>
          <TextPane key={`text ${path.value}`} studio={studio} path={path.value} nonce={settings.nonce} actions={actions} />
        </div>
        <FormPlace key={`form ${path.value}`} studio={studio} path={path.value} />
        <AddPlace studio={studio} settings={settings} path={path.value} />
        {areProblemsShown.value && (
          <ProblemsPanel
            studio={studio}
            onClose={() => {
              areProblemsShown.value = false;
            }}
          />
        )}
        <StatusLine studio={studio} path={path.value} areProblemsShown={areProblemsShown} />
      </section>
      <PreviewPane key={`preview ${session.id}`} studio={studio} session={session} settings={settings} />
      <PaneTabs studio={studio} path={path.value} />
    </main>
  );
}
