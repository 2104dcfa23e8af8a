import { flatRecord } from '../../preview/client/record-facts.ts';
import { type Key, t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { LEARNERS, type LearnerId, type PreviewState, type Standard } from './preview-state.ts';

/** Statuses that have a word of their own. */
const STATUSES = ['completed', 'incomplete', 'passed', 'failed', 'browsed', 'not attempted'] as const;

function statusWords(status: readonly string[]): string {
  const words = status.map((one) => (STATUSES.includes(one as (typeof STATUSES)[number]) ? t(`preview.is.${one}` as Key) : one));
  return words.length > 0 ? words.join(', ') : t('preview.is.not attempted');
}

/** Longest text that a line shows. */
const WIDEST = 160;

function short(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}

function Facts({ state }: { readonly state: PreviewState }) {
  const { value: facts } = state.facts;
  const score = Number(facts?.score || 0);
  return (
    <div class="s-lms-facts">
      <span class="s-chip" data-status={facts?.status.includes('passed') || facts?.status.includes('completed') ? 'done' : 'open'}>
        {statusWords(facts?.status ?? [])}
      </span>
      <span>{t('preview.answers', { n: facts?.answers ?? 0 })}</span>
      <span class="s-lms-score">{facts?.score ? t('preview.score', { score: facts.score }) : t('preview.noScore')}</span>
      <progress max={100} value={score} aria-label={t('preview.scoreBar')} />
    </div>
  );
}

function Data({ state }: { readonly state: PreviewState }) {
  const { value: record } = state.record;
  const rows = record ? flatRecord(record) : [];
  if (rows.length === 0) return <p>{t('preview.nothing')}</p>;
  return (
    <div class="s-lms-list">
      <table>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{short(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Calls({ state }: { readonly state: PreviewState }) {
  return (
    <div class="s-lms-list">
      <ol reversed>
        {state.calls.value.map(({ method, args, result, error, diagnostic }, index) => (
          <li key={state.calls.value.length - index}>
            <code>{`${method}(${args.map((arg) => JSON.stringify(short(arg))).join(', ')})`}</code> → {short(result)}
            {error !== 0 && <strong>{` ${error} ${diagnostic}`}</strong>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Choices({
  state,
  cohorts,
}: {
  readonly state: PreviewState;
  readonly cohorts: readonly { readonly name: string; readonly title: string }[];
}) {
  return (
    <div class="s-lms-choices">
      <label>
        {t('preview.standard')}
        <select
          value={state.standard.value}
          onChange={(event) => {
            state.standard.value = event.currentTarget.value as Standard;
          }}
        >
          <option value="1.2">SCORM 1.2</option>
          <option value="2004">SCORM 2004</option>
        </select>
      </label>
      {cohorts.length > 0 && (
        <label>
          {t('preview.cohort')}
          <select
            value={state.cohort.value}
            onChange={(event) => {
              state.cohort.value = event.currentTarget.value;
            }}
          >
            <option value="">{t('preview.noCohort')}</option>
            {cohorts.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** A small LMS below the preview: the learner, and what was recorded. */
export function LmsPanel({
  state,
  cohorts,
}: {
  readonly state: PreviewState;
  readonly cohorts: readonly { readonly name: string; readonly title: string }[];
}) {
  return (
    <section class="s-lms" aria-label={t('preview.lms')}>
      <div class="s-lms-head">
        <h3>{t('preview.lms')}</h3>
        <label>
          <span class="s-hidden">{t('preview.learner')}</span>
          <select
            value={state.learner.value}
            onChange={(event) => {
              state.learner.value = event.currentTarget.value as LearnerId;
            }}
          >
            {LEARNERS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button look="quiet" icon="play" label={t('preview.resumeAbout')} onClick={() => void state.play(true)} />
        <Button look="quiet" icon="rotate-ccw" label={t('preview.startOver')} onClick={() => void state.startOver()} />
      </div>
      <Facts state={state} />
      {state.refused.value > 0 && <p class="s-lms-refused">{t('preview.refused', { n: state.refused.value })}</p>}
      <details>
        <summary>{t('preview.recorded')}</summary>
        <Choices state={state} cohorts={cohorts} />
        <h4>{t('preview.data')}</h4>
        <Data state={state} />
        <h4>{t('preview.calls')}</h4>
        <Calls state={state} />
      </details>
    </section>
  );
}
