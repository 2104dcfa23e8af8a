import { useSignal } from '@preact/signals';
import type { Path } from '../engine/calls.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Confirm, Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { addCohort, type CohortText, cohortTexts } from './cohort-edits.ts';
import { CohortTable } from './cohort-table.tsx';
import { membersOf, textsIn } from './course-value.ts';
import type { CourseDesk } from './desk.ts';
import { Choice, Field, Problems, SectionHead } from './fields.tsx';
import { type OnlyGroup, onlyGroups } from './only-for.ts';
import { Uses } from './uses.tsx';
import { setValue } from './yaml-edit.ts';

interface CohortProps {
  readonly desk: CourseDesk;
  readonly cohort: CohortText;
}

/** Parts with the same tags: shown to this cohort, or not. */
function Group({ desk, group }: { readonly desk: CourseDesk; readonly group: OnlyGroup }) {
  const { tags, isShown, parts } = group;
  const pages = parts.filter(({ isPage }) => isPage).length;
  const name = tags.join(', ');
  const blocks = parts.length - pages;
  const counts = [blocks > 0 ? t('course.blocks', { n: blocks }) : '', pages > 0 ? t('course.pages', { n: pages }) : ''].filter(
    (text) => text !== '',
  );
  return (
    <li>
      <Icon name={isShown ? 'eye' : 'x'} />
      <div>
        <strong>{t(isShown ? 'course.sees' : 'course.seesNot', { name })}</strong>
        <span class="s-course-about">{counts.join(', ')}</span>
        <Uses desk={desk} uses={parts} name={name} text={t('course.where')} />
      </div>
    </li>
  );
}

/** Lists what a cohort sees differently. */
function Differently({ desk, cohort }: CohortProps) {
  const groups = onlyGroups(desk.texts.value, textsIn(membersOf(cohort.plain).tags));
  return (
    <aside class="s-course-panel" aria-label={t('course.differently')}>
      <h2>{t('course.differently')}</h2>
      {groups.length === 0 ? (
        <p class="s-course-about">{t('course.differently.none')}</p>
      ) : (
        <ul class="s-course-groups">
          {groups.map((group) => (
            <Group key={group.tags.join(' ')} desk={desk} group={group} />
          ))}
        </ul>
      )}
    </aside>
  );
}

/** Asks for the name of a new cohort, and what it begins with. */
function NewCohort({
  desk,
  from,
  onMade,
  onClose,
}: {
  readonly desk: CourseDesk;
  readonly from: Path | '';
  onMade(path: Path): void;
  onClose(): void;
}) {
  const title = useSignal('');
  const source = useSignal(from);
  const options = cohortTexts(desk).map((one) => [one.path, one.title] as const);
  const make = (): void => {
    const path = title.value === '' ? null : addCohort(desk, title.value, source.value === '' ? null : source.value);
    if (path === null) return;
    onMade(path);
    onClose();
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look="primary" disabled={title.value === ''} onClick={make}>
        {t('course.makeCohort')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('course.newCohort')} size="narrow" foot={foot} onClose={onClose}>
      <div class="s-field">
        <label for="new-cohort">{t('course.cohort.title')}</label>
        <input
          class="s-input"
          id="new-cohort"
          value={title.value}
          onInput={(event) => (title.value = event.currentTarget.value.trim())}
          onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && make()}
        />
      </div>
      <Choice
        label={t('course.cohort.from')}
        value={source.value}
        options={[['', t('course.cohort.fromNothing')], ...options]}
        onValue={(path) => (source.value = path)}
      />
    </Dialog>
  );
}

/** The table of a cohort and what it sees. */
function CohortForm({ desk, cohort }: CohortProps) {
  const isLeaving = useSignal(false);
  if (cohort.plain === undefined) return <Problems list={desk.problems(cohort.path)} />;
  return (
    <div class="s-course-two">
      <div class="s-course-form">
        <Field
          label={t('course.cohort.title')}
          value={cohort.title}
          onValue={(title) => title !== '' && desk.edit(cohort.path, (text) => setValue(text, ['title'], title))}
          problems={desk.problemsAt(cohort.path, ['title'])}
        />
        <CohortTable desk={desk} cohort={cohort} />
      </div>
      <div class="s-course-side">
        <Differently desk={desk} cohort={cohort} />
        <div class="s-course-row">
          <Button look="quiet" icon="file-text" onClick={() => desk.open(cohort.path)}>
            {t('course.openText')}
          </Button>
          <Button look="quiet" icon="trash-2" onClick={() => (isLeaving.value = true)}>
            {t('course.removeCohort')}
          </Button>
        </div>
        {isLeaving.value && (
          <Confirm
            title={t('course.removeOne', { name: cohort.title })}
            text={t('course.removeCohort.why')}
            action={t('course.removeCohort')}
            onConfirm={() => {
              desk.studio.remove(cohort.path);
              desk.removed(t('course.removed', { name: cohort.title }));
            }}
            onClose={() => (isLeaving.value = false)}
          />
        )}
      </div>
    </div>
  );
}

export function CohortsSection({ desk }: { readonly desk: CourseDesk }) {
  const cohorts = cohortTexts(desk);
  const chosen = useSignal('');
  const making = useSignal<Path | '' | null>(null);
  const cohort = cohorts.find(({ path }) => path === chosen.value) ?? cohorts[0];
  return (
    <>
      <SectionHead title={t('course.cohorts')} lead={t('course.cohorts.lead')} />
      <div class="s-course-row s-course-tabs">
        {cohorts.map(({ path, title }) => (
          <Button key={path} aria-pressed={path === cohort?.path} onClick={() => (chosen.value = path)}>
            {title}
          </Button>
        ))}
        <Button look="quiet" icon="plus" onClick={() => (making.value = '')}>
          {t('course.cohort')}
        </Button>
        {cohort && (
          <Button look="quiet" icon="copy" more="s-course-end" onClick={() => (making.value = cohort.path)}>
            {t('course.copy')}
          </Button>
        )}
      </div>
      {cohort ? <CohortForm key={cohort.path} desk={desk} cohort={cohort} /> : <p class="s-course-about">{t('course.cohorts.none')}</p>}
      {making.value !== null && (
        <NewCohort desk={desk} from={making.value} onMade={(path) => (chosen.value = path)} onClose={() => (making.value = null)} />
      )}
    </>
  );
}
