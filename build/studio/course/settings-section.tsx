import { targets } from '../../model/course-file.ts';
import { slug } from '../../model/slug.ts';
import { t } from '../strings.ts';
import { literal } from '../text/literal.ts';
import { AddForm } from './add-form.tsx';
import type { CourseDesk } from './desk.ts';
import { Choice, Field, Problems, RemoveButton, SectionHead } from './fields.tsx';
import { removeValue, setValue } from './yaml-edit.ts';

/** Sets a key of `course.yaml`; an empty value is removed. */
function setKey(desk: CourseDesk, key: string, value: string): void {
  desk.edit(desk.yamlPath, (text) => (value === '' ? removeValue(text, [key]) : setValue(text, [key], value)));
}

/** The kinds of packages that the course is made for. */
function Targets({ desk }: { readonly desk: CourseDesk }) {
  const chosen = desk.course.value.targets;
  const toggle = (target: string): void => {
    const next = targets.filter((one) => (one === target ? !chosen.includes(one) : chosen.includes(one)));
    if (next.length > 0) desk.set(['targets'], next);
  };
  return (
    <fieldset class="s-course-boxes">
      <legend>{t('course.targets')}</legend>
      {targets.map((target) => (
        <label key={target}>
          <input
            type="checkbox"
            checked={chosen.includes(target)}
            disabled={chosen.length === 1 && chosen.includes(target)}
            onChange={() => toggle(target)}
          />
          <span>
            <strong>{t(`course.target.${target}`)}</strong>
            <span class="s-course-about">{t(`course.target.${target}.about`)}</span>
          </span>
        </label>
      ))}
      <Problems list={desk.problemsAt(desk.yamlPath, ['targets'])} />
    </fieldset>
  );
}

/** Counts the places where a variable stands in texts. */
function countOf(desk: CourseDesk, name: string): number {
  const mark = new RegExp(`\\{\\{\\s*${literal(name)}\\s*\\}\\}`, 'g');
  return [...desk.texts.value.values()].reduce((sum, text) => sum + [...text.matchAll(mark)].length, 0);
}

/** Words that texts refer to by name, and that a cohort may replace. */
function Variables({ desk }: { readonly desk: CourseDesk }) {
  const entries = Object.entries(desk.course.value.variables);
  const add = (typed: string): void => {
    const name = slug(typed, '');
    if (name !== '' && !entries.some(([known]) => known === name)) desk.set(['variables', name], '');
  };
  return (
    <section class="s-course-form">
      <h2>{t('course.variables')}</h2>
      <p class="s-course-about">{t('course.variables.lead')}</p>
      <ul class="s-course-list">
        {entries.map(([name, value]) => {
          const uses = countOf(desk, name);
          return (
            <li class="s-course-item" key={name}>
              <Field
                label={`{{${name}}}`}
                value={value}
                hint={t('course.inTexts', { n: uses })}
                onValue={(typed) => desk.set(['variables', name], typed)}
                problems={desk.problemsAt(desk.yamlPath, ['variables', name])}
              />
              <span class="s-course-tools">
                <RemoveButton
                  name={name}
                  reason={uses > 0 ? t('course.inUse', { n: uses }) : ''}
                  onPress={() => {
                    if (desk.edit(desk.yamlPath, (text) => removeValue(text, ['variables', name])))
                      desk.removed(t('course.removed', { name }));
                  }}
                />
              </span>
            </li>
          );
        })}
      </ul>
      <AddForm label={t('course.newVariable')} action={t('course.addVariable')} onAdd={add} />
    </section>
  );
}

/** Choices with a few words each. */
function Choices({ desk }: { readonly desk: CourseDesk }) {
  const { lang, package: kind, pace, profile } = desk.course.value;
  return (
    <div class="s-course-pair">
      <Choice
        label={t('course.lang')}
        value={lang}
        options={[
          ['fr', 'Français'],
          ['en', 'English'],
        ]}
        onValue={(value) => setKey(desk, 'lang', value)}
      />
      <Choice
        label={t('course.package')}
        value={kind}
        options={[
          ['sco-per-module', t('course.package.each')],
          ['one-sco', t('course.package.one')],
        ]}
        hint={t('course.package.hint')}
        onValue={(value) => setKey(desk, 'package', value)}
      />
      <Choice
        label={t('course.pace')}
        value={pace}
        options={[
          ['steps', t('course.pace.steps')],
          ['page', t('course.pace.page')],
        ]}
        onValue={(value) => setKey(desk, 'pace', value)}
      />
      <Choice
        label={t('course.profile')}
        value={profile}
        options={[
          ['moodle', t('course.profile.moodle')],
          ['strict', t('course.profile.strict')],
        ]}
        onValue={(value) => setKey(desk, 'profile', value)}
      />
    </div>
  );
}

export function SettingsSection({ desk }: { readonly desk: CourseDesk }) {
  const { id, title, organisation } = desk.course.value;
  const at = (key: string) => desk.problemsAt(desk.yamlPath, [key]);
  return (
    <>
      <SectionHead title={t('course.settings')} lead={t('course.settings.lead', { id })} />
      <div class="s-course-form s-course-narrow">
        <div class="s-course-pair">
          <Field
            label={t('course.title')}
            value={title}
            problems={at('title')}
            onValue={(text) => text !== '' && setKey(desk, 'title', text)}
          />
          <Field
            label={t('course.organisation')}
            value={organisation}
            problems={at('organisation')}
            onValue={(text) => setKey(desk, 'organisation', text)}
          />
        </div>
        <Choices desk={desk} />
        <Targets desk={desk} />
        <Variables desk={desk} />
      </div>
    </>
  );
}
