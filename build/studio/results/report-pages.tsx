import { useSignal } from '@preact/signals';
import type { Report } from '../../results/report-schema.ts';
import type { StudioSettings } from '../settings.ts';
import { type Key, language, t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { Paper } from './paper.tsx';
import { countStates, type MadeReport, type State, zipOf } from './reporting.ts';

const GROUP = 'bilan.html';

const TONES: Readonly<Record<State, string>> = { done: 's-right', underway: 's-warm', none: '' };

/** Tables by name, with their names for people. */
const TABLES: readonly (readonly [name: string, label: Key])[] = [
  ['resultats.csv', 'results.get.answers'],
  ['competences.csv', 'results.get.competencies'],
  ['preuves-indicateur-11.csv', 'results.get.proofs'],
  ['report.json', 'results.get.data'],
];

function typeOf(name: string): string {
  if (name.endsWith('.html')) return 'text/html';
  return name.endsWith('.json') ? 'application/json' : 'text/csv';
}

function Counts({ session, people }: { readonly session: Report['sessions'][number] | undefined; readonly people: number }) {
  const counts = countStates(session);
  const shown: readonly (readonly [n: number, label: Key, tone: string])[] = [
    [people, 'results.people', ''],
    [counts.done, 'results.done', 's-right'],
    [counts.underway, 'results.underway', 's-warm'],
    [counts.none, 'results.none', ''],
  ];
  return (
    <dl class="s-counts">
      {shown.map(([n, label, tone]) => (
        <div key={label} class={tone}>
          <dt>{t(label, { n })}</dt>
          <dd>{n.toLocaleString(language.value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The list of pages: that of the group, and one for each person. */
function PageList({
  report,
  session,
  shown,
  onChoose,
}: {
  readonly report: Report;
  readonly session: Report['sessions'][number] | undefined;
  readonly shown: string;
  onChoose(name: string): void;
}) {
  const stateOf = (person: number): State => session?.participations.find((one) => one.person === person)?.state ?? 'none';
  return (
    <nav class="s-pages" aria-label={t('results.pages')}>
      <button type="button" aria-current={shown === GROUP ? 'page' : undefined} onClick={() => onChoose(GROUP)}>
        <Icon name="users" />
        <b>{t('results.group')}</b>
      </button>
      {report.people.map(({ name, sheet }, index) => (
        <button key={sheet} type="button" aria-current={shown === sheet ? 'page' : undefined} onClick={() => onChoose(sheet)}>
          <Icon name="user" />
          <span>{name}</span>
          <span class={`s-tag ${TONES[stateOf(index)]}`}>{t(`results.state.${stateOf(index)}`)}</span>
        </button>
      ))}
    </nav>
  );
}

/** Buttons for everything that can be downloaded. */
function Downloads({ made, shown }: { readonly made: MadeReport; readonly shown: string }) {
  const get = (name: string): void => {
    const found = made.outputs.find((one) => one.name === name);
    if (found) download(name, new TextEncoder().encode(found.text), typeOf(name));
  };
  const sheets = new Set(made.report.people.map(({ sheet }) => sheet));
  return (
    <div class="s-line">
      <Button icon="download" look="primary" onClick={() => download('bilan.zip', zipOf(made.outputs))}>
        {t('results.get.all')}
      </Button>
      <Button onClick={() => get(shown)}>{t('results.get.page')}</Button>
      <Button icon="user" onClick={() => download('releves.zip', zipOf(made.outputs.filter(({ name }) => sheets.has(name))))}>
        {t('results.get.sheets')}
      </Button>
      <Menu
        label={t('results.get.tables')}
        text={t('results.get.tables')}
        icon="table-2"
        items={TABLES.map(([name, label]) => ({ label: t(label), icon: 'download', run: () => get(name) }))}
      />
    </div>
  );
}

/** Follows a link in a page of the report: to another page, or to a person's address. */
function follow(href: string, made: MadeReport, show: (name: string) => void): void {
  const name = href.replace(/[?#].*$/, '');
  if (made.outputs.some((one) => one.name === name && name.endsWith('.html'))) show(name);
  if (!href.startsWith('mailto:')) return;
  const link = document.createElement('a');
  link.href = href;
  link.click();
}

/** A report that was made: counts, pages, downloads, notes. */
export function ReportPages({ made, settings }: { readonly made: MadeReport; readonly settings: StudioSettings }) {
  const { report, outputs, source } = made;
  const chosen = useSignal(GROUP);
  const place = useSignal(0);
  const page = outputs.find(({ name }) => name === chosen.value) ?? outputs[0];
  const session = report.sessions[place.value] ?? report.sessions[0];
  const person = report.people.find(({ sheet }) => sheet === page?.name);
  const show = (name: string): void => {
    chosen.value = name;
  };
  return (
    <>
      {report.sessions.length > 1 && (
        <label class="s-line">
          {t('results.session')}
          <select class="s-input" value={place.value} onChange={(event) => (place.value = Number(event.currentTarget.value))}>
            {report.sessions.map(({ id, title }, index) => (
              <option key={id} value={index}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <Counts session={session} people={report.people.length} />
      <Downloads made={made} shown={page?.name ?? GROUP} />
      <p class="s-small s-muted">{t(`results.source.${source}`)}</p>
      {report.notes.length > 0 && (
        <details class="s-fold">
          <summary>{t('results.notes', { n: report.notes.length })}</summary>
          <ul>
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="s-report">
        <PageList report={report} session={session} shown={page?.name ?? GROUP} onChoose={show} />
        {page && (
          <Paper
            settings={settings}
            html={page.text}
            title={person ? t('results.sheet', { name: person.name }) : t('results.group')}
            onLink={(href) => follow(href, made, show)}
          />
        )}
      </div>
    </>
  );
}
