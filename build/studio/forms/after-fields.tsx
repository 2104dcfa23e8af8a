import { t } from '../strings.ts';
import { writtenValue } from '../text/attributes.ts';
import { setAttribute } from '../text/edit-attributes.ts';
import { wholeLines } from '../text/edit-words.ts';
import type { DirectiveText, Range } from '../text/outline.ts';
import { AddButton, IconButton } from './buttons.tsx';
import type { Editing } from './editing.ts';
import { FieldGroup, SelectField } from './fields.tsx';
import { TextField } from './raw-field.tsx';

const TIMES = [
  ['', 'forms.afterAll'],
  ['right', 'forms.afterRight'],
  ['partly', 'forms.afterPartly'],
  ['wrong', 'forms.afterWrong'],
  ['partly; wrong', 'forms.afterPartlyWrong'],
] as const;

/** Returns the lines of an area without the blank ones around them. */
function inside(text: string, body: Range): Range {
  const raw = text.slice(body.from, body.to);
  const lead = raw.length - raw.trimStart().length;
  const from = raw.trim() === '' ? body.from : body.from + raw.slice(0, lead).lastIndexOf('\n') + 1;
  return { from, to: from + text.slice(from, body.to).trimEnd().length };
}

function After({ editing, after, index }: { readonly editing: Editing; readonly after: DirectiveText; readonly index: number }) {
  const { session, text } = editing;
  const name = `after-${index}`;
  const when = (writtenValue(after.attributes, 'when') ?? '').replace(/\s*;\s*/g, '; ');
  const options = TIMES.map(([value, key]) => ({ value, label: t(key) }));
  return (
    <div class="s-form-card">
      <div class="s-form-line">
        <SelectField
          label={t('forms.afterWhen')}
          name={`${name}-when`}
          value={when}
          options={options}
          onValue={(value) => session.change(setAttribute(text, after, 'when', value, ''), `${name}-when`)}
        />
        <IconButton
          icon="x"
          label={t('forms.remove', { part: `${t('forms.after')} ${index + 1}` })}
          onPress={() => session.change([{ ...wholeLines(text, after), insert: '' }], 'remove', 'after-add')}
        />
      </div>
      {after.body && <TextField editing={editing} range={inside(text, after.body)} label={t('forms.text')} isQuiet name={name} />}
    </div>
  );
}

/** Texts that are shown once there is an answer. */
export function AfterFields({ editing, afters }: { readonly editing: Editing; readonly afters: readonly DirectiveText[] }) {
  const { session, directive, type } = editing;
  const { body } = directive;
  if (!body || type?.kind !== 'activity') return null;
  const add = (): void =>
    session.change([{ from: body.to, to: body.to, insert: `\n:::after\n${t('forms.newText')}\n:::\n` }], 'add', `after-${afters.length}`);
  return (
    <FieldGroup title={t('forms.after')} hint={t('forms.afterHint')}>
      {afters.map((after, index) => (
        <After key={`after-${index}`} editing={editing} after={after} index={index} />
      ))}
      <AddButton label={t('forms.afterAdd')} name="after-add" onPress={add} />
    </FieldGroup>
  );
}
