import { useComputed, useSignal } from '@preact/signals';
import { PlanPane } from '../plan/plan-pane.tsx';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { t } from '../strings.ts';
import { PaneTabs } from './pane-tabs.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { chosenPath, chosenSession } from './sessions.ts';
import { StatusLine } from './status-line.tsx';
import { TextPlace } from './text-place.tsx';
import type { ViewProps } from './view-props.ts';
import { AddPlace, FormPlace } from './write-tools.tsx';

/** The view to write in: plan, text and preview; one of them where there is room for one only. */
export function WriteView({ studio, settings }: ViewProps) {
  const path = useComputed(() => chosenPath(studio));
  const session = chosenSession(studio);
  const areProblemsShown = useSignal(false);
  if (path.value === undefined || !session) return <p class="s-note">{t('write.empty')}</p>;
  return (
    <main class="s-write" data-pane={studio.pane.value}>
      <h1 class="s-hidden">{session.title}</h1>
      <PlanPane key={path.value} studio={studio} path={path.value} />
      <section class="s-pane s-text-pane" aria-label={t('write.textOf')}>
        <TextPlace key={`text ${path.value}`} studio={studio} settings={settings} path={path.value} />
        <FormPlace key={`form ${path.value}`} studio={studio} path={path.value} />
        <AddPlace studio={studio} path={path.value} />
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
