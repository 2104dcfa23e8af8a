import { useId } from 'preact/hooks';
import { themes } from '../../model/course-file.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { AccentField } from './accent-field.tsx';
import type { CourseDesk } from './desk.ts';
import { Problems, SectionHead } from './fields.tsx';
import { CoursePicture } from './portrait.tsx';
import { removeValue, setValue } from './yaml-edit.ts';

/** Sets a member of the theme; an empty one is removed. */
function setTheme(desk: CourseDesk, key: 'name' | 'accent' | 'logo', value: string): void {
  desk.edit(desk.yamlPath, (text) => (value === '' ? removeValue(text, ['theme', key]) : setValue(text, ['theme', key], value)));
}

/** The looks, each as a small page. */
function Looks({ desk }: { readonly desk: CourseDesk }) {
  const name = useId();
  const { look, accent, title } = desk.course.value;
  return (
    <fieldset class="s-course-looks">
      <legend class="s-hidden">{t('course.look')}</legend>
      {themes.map((word) => (
        <label key={word} class="s-course-look">
          <span class="s-course-mini" data-look={word} style={accent === '' ? {} : { '--look-accent': accent }} aria-hidden="true">
            <b>{title}</b>
            <i class="s-mini-line" />
            <i class="s-mini-line" />
            <i class="s-mini-choice" />
            <i class="s-mini-button" />
          </span>
          <span class="s-course-caption">
            <input type="radio" name={name} value={word} checked={look === word} onChange={() => setTheme(desk, 'name', word)} />
            <span>
              <strong>{t(`course.look.${word}`)}</strong>
              <span class="s-course-about">{t(`course.look.${word}.about`)}</span>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Logo({ desk }: { readonly desk: CourseDesk }) {
  const { logo } = desk.course.value;
  const take = async (file: File): Promise<void> => setTheme(desk, 'logo', await desk.addAsset(file));
  return (
    <div class="s-field">
      <h2>{t('course.logo')}</h2>
      <div class="s-course-row s-course-logo">
        <span class="s-course-logo-now">
          {logo !== '' && <CoursePicture desk={desk} path={logo} />}
          <code>{logo === '' ? t('course.none') : logo.replace(/^.*\//, '')}</code>
        </span>
        <FileButton
          icon="upload"
          label={t(logo === '' ? 'course.chooseFile' : 'course.change')}
          accept="image/*"
          onFiles={([file]) => file && void take(file)}
        />
        {logo !== '' && <Button onClick={() => setTheme(desk, 'logo', '')}>{t('course.takeAway')}</Button>}
      </div>
      <Problems list={desk.problemsAt(desk.yamlPath, ['theme', 'logo'])} />
    </div>
  );
}

export function ThemeSection({ desk }: { readonly desk: CourseDesk }) {
  const { accent, look } = desk.course.value;
  return (
    <>
      <SectionHead title={t('course.theme')} lead={t('course.theme.lead')} />
      <div class="s-course-two">
        <Looks desk={desk} />
        <div class="s-course-form">
          <AccentField label={t('course.accent')} value={accent} look={look} onValue={(colour) => setTheme(desk, 'accent', colour)} />
          <Logo desk={desk} />
        </div>
      </div>
    </>
  );
}
