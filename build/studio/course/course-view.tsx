import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import type { ViewProps } from '../ui/view-props.ts';
import { BanksSection } from './banks.tsx';
import { CohortsSection } from './cohorts.tsx';
import { CompetenciesSection } from './competencies.tsx';
import { CourseDesk, type Section } from './desk.ts';
import { Problems } from './fields.tsx';
import { PeopleSection } from './people.tsx';
import { SessionsSection } from './sessions.tsx';
import { SettingsSection } from './settings-section.tsx';
import { ThemeSection } from './theme-section.tsx';

/** Sections in the order of the menu. */
const SECTIONS = {
  sessions: { icon: 'list', Part: SessionsSection },
  competencies: { icon: 'star', Part: CompetenciesSection },
  people: { icon: 'user', Part: PeopleSection },
  theme: { icon: 'palette', Part: ThemeSection },
  cohorts: { icon: 'users', Part: CohortsSection },
  banks: { icon: 'rows-3', Part: BanksSection },
  settings: { icon: 'settings', Part: SettingsSection },
} as const satisfies Readonly<
  Record<Section, { readonly icon: IconName; readonly Part: (props: { readonly desk: CourseDesk; onImport(): void }) => unknown }>
>;

function SectionMenu({ desk }: { readonly desk: CourseDesk }) {
  return (
    <nav class="s-course-menu" aria-label={t('course')}>
      {(Object.keys(SECTIONS) as Section[]).map((name) => (
        <Button
          key={name}
          look="quiet"
          icon={SECTIONS[name].icon}
          aria-current={desk.section.value === name ? 'page' : undefined}
          onClick={() => (desk.section.value = name)}
        >
          {t(`course.${name}`)}
        </Button>
      ))}
      <Button look="quiet" icon="history" onClick={() => (desk.studio.asked.value = 'versions')}>
        {t('storage.versions')}
      </Button>
    </nav>
  );
}

/** Replaces the forms while `course.yaml` can't be read. */
function Unreadable({ desk }: { readonly desk: CourseDesk }) {
  const problems = desk.problems(desk.yamlPath);
  return (
    <section class="s-course-note" role="alert">
      <h1>{t('course.unreadable')}</h1>
      <p>{t('course.unreadable.why')}</p>
      <Problems list={problems} />
      <Button icon="file-text" onClick={() => desk.open(desk.yamlPath, problems[0]?.line)}>
        {t('course.openText')}
      </Button>
    </section>
  );
}

/** The settings of a course as forms. */
export function CourseView({ studio, onImport }: ViewProps) {
  const desk = useMemo(() => new CourseDesk(studio), [studio]);
  useEffect(() => () => desk.close(), [desk]);
  const main = useRef<HTMLElement>(null);
  const { value: section } = desk.section;
  const before = useRef(section);
  useEffect(() => {
    if (before.current !== section) main.current?.querySelector('h1')?.focus();
    before.current = section;
    desk.refused.value = '';
  }, [section, desk]);
  const { value: removals } = desk.removals;
  useEffect(() => {
    if (removals > 0) main.current?.querySelector('h1')?.focus();
  }, [removals]);
  const { Part } = SECTIONS[section];
  return (
    <div class="s-course-view">
      <SectionMenu desk={desk} />
      <main class="s-course-main" ref={main}>
        <p class="s-hidden" role="status">
          {desk.announced.value}
        </p>
        {desk.refused.value !== '' && (
          <p class="s-course-note" role="alert">
            {t('course.refused')} <Button onClick={() => desk.open(desk.refused.value)}>{t('course.openText')}</Button>
          </p>
        )}
        {desk.isReadable.value ? <Part desk={desk} onImport={onImport} /> : <Unreadable desk={desk} />}
      </main>
    </div>
  );
}
