import { useSignal } from '@preact/signals';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { AccentField } from './accent-field.tsx';
import type { CohortText } from './cohort-edits.ts';
import { type CohortRow, cohortRows, differs } from './cohort-rows.ts';
import type { CourseDesk } from './desk.ts';
import { Choice, Field } from './fields.tsx';
import { removeValue, setValue } from './yaml-edit.ts';

const COMPLETIONS = ['visited', 'activities', 'score', 'visited+score'] as const;

/** Pictures of a course that may be a logo. */
const PICTURE = /\.(?:svg|png|jpe?g|webp|gif|avif)$/i;

interface RowProps {
  readonly desk: CourseDesk;
  readonly cohort: CohortText;
  readonly row: CohortRow;
}

/** Names a setting. */
function labelOf(desk: CourseDesk, { kind, name }: CohortRow): string {
  if (kind === 'variable') return name;
  if (kind === 'tags' || kind === 'accent' || kind === 'logo') return t(`course.cohort.${kind}`);
  return t(`course.cohort.${kind}`, { session: desk.sessionTitle(name) });
}

/** Reads what was typed as the file has it; undefined: follow the course. */
function writtenAs({ kind }: CohortRow, typed: string): unknown {
  if (kind === 'variable') return typed;
  if (typed === '') return undefined;
  if (kind === 'tags') return typed.split(/[\s,;]+/).filter((tag) => tag !== '');
  const number = Number.parseInt(typed, 10);
  return (kind === 'pass' || kind === 'duration') && Number.isFinite(number) ? number : typed;
}

function setRow({ desk, cohort, row }: RowProps, typed: string): void {
  const value = writtenAs(row, typed);
  desk.edit(cohort.path, (text) => (value === undefined ? removeValue(text, row.path) : setValue(text, row.path, value)));
}

/** Meaning of an empty field. */
function placeholderOf({ own, course }: CohortRow): string {
  if (own !== undefined) return t('course.empty');
  return course === '' ? t('course.asCourse') : course;
}

/** The field of a setting. */
function RowField(props: RowProps & { readonly label: string }) {
  const { desk, cohort, row, label } = props;
  const { kind, own = '', course } = row;
  const onValue = (typed: string): void => setRow(props, typed);
  if (kind === 'accent')
    return <AccentField isBare label={label} value={own} look={desk.course.value.look} placeholder={course} onValue={onValue} />;
  if (kind === 'logo') {
    const pictures = desk.filesIn('assets/').map((path) => path.slice(desk.studio.course.length + 1));
    const options = pictures.filter((path) => PICTURE.test(path)).map((path) => [path, path.replace(/^.*\//, '')] as const);
    return <Choice isBare label={label} value={own} options={[['', t('course.asCourse')], ...options]} onValue={onValue} />;
  }
  if (kind === 'completion') {
    const options = COMPLETIONS.map((word) => [word, t(`course.completion.${word}`)] as const);
    return <Choice isBare label={label} value={own} options={[['', t('course.asCourse')], ...options]} onValue={onValue} />;
  }
  return (
    <Field
      isBare
      label={label}
      value={own}
      placeholder={placeholderOf(row)}
      kind={kind === 'variable' ? 'lines' : kind === 'pass' || kind === 'duration' ? 'number' : 'text'}
      problems={desk.problemsAt(cohort.path, row.path)}
      {...(kind === 'pass' && { unit: '%' })}
      {...(kind === 'duration' && { unit: 'min' })}
      onValue={onValue}
    />
  );
}

/** Shows a value of the course. */
function CourseCell({ row: { kind, course } }: { readonly row: CohortRow }) {
  if (course === '') return <>{t('course.none')}</>;
  if (kind === 'completion') return <>{t(`course.completion.${COMPLETIONS.find((word) => word === course) ?? 'activities'}`)}</>;
  return (
    <>
      {kind === 'accent' && <i class="s-swatch s-swatch-small" style={{ background: course }} />}
      {kind === 'pass' ? `${course} %` : course}
    </>
  );
}

function TableRow(props: RowProps) {
  const { desk, row, cohort } = props;
  const label = labelOf(desk, row);
  return (
    <tr data-differs={differs(row) ? '' : undefined}>
      <th scope="row">{label}</th>
      <td class="s-course-about" data-title={t('course.theCourse')}>
        <CourseCell row={row} />
      </td>
      <td>
        <RowField {...props} label={label} />
      </td>
      <td>
        {row.own !== undefined && (
          <Button
            look="quiet"
            icon="rotate-ccw"
            aria-label={t('course.restoreOne', { name: label })}
            onClick={() => desk.edit(cohort.path, (text) => removeValue(text, row.path))}
          >
            {t('course.restore')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Compares a cohort with its course; only what differs is written. */
export function CohortTable({ desk, cohort }: { readonly desk: CourseDesk; readonly cohort: CohortText }) {
  const isAll = useSignal(false);
  const course = desk.course.value;
  const texts = new Map(course.modules.map((id) => [id, desk.textOf(desk.sessionPath(id))]));
  const rows = cohortRows(cohort.plain, course, texts);
  const isShown = ({ kind, own }: CohortRow): boolean =>
    isAll.value || own !== undefined || !['module-title', 'duration', 'completion'].includes(kind);
  return (
    <section>
      <table class="s-course-table">
        <caption class="s-hidden">{t('course.cohort.caption', { name: cohort.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('course.setting')}</th>
            <th scope="col">{t('course.theCourse')}</th>
            <th scope="col">{t('course.thisCohort')}</th>
            <th scope="col">
              <span class="s-tag s-warm">{t('course.differences', { n: rows.filter(differs).length })}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.filter(isShown).map((row) => (
            <TableRow key={row.path.join('.')} desk={desk} cohort={cohort} row={row} />
          ))}
        </tbody>
      </table>
      <Button look="quiet" aria-pressed={isAll.value} onClick={() => (isAll.value = !isAll.value)}>
        {t('course.allSettings')}
      </Button>
    </section>
  );
}
