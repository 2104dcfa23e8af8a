import { t } from '../strings.ts';
import { setLines } from '../text/edit-sections.ts';
import { shownText, type TextKind } from '../text/edit-words.ts';
import type { Range } from '../text/outline.ts';
import type { Editing } from './editing.ts';
import { AreaField } from './fields.tsx';

/** Text of whole lines, as Markdown. An empty range is the place for it. */
export function TextField({
  editing,
  range,
  label,
  name,
  hint,
  placeholder,
  isQuiet,
  kind = 'in-sections',
}: {
  readonly editing: Editing;
  readonly range: Range;
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isQuiet?: boolean;
  readonly kind?: TextKind;
}) {
  const { text, session } = editing;
  return (
    <AreaField
      label={label}
      name={name}
      {...(hint !== undefined && { hint })}
      {...(placeholder !== undefined && { placeholder })}
      {...(isQuiet !== undefined && { isQuiet })}
      value={shownText(text.slice(range.from, range.to), kind)}
      onValue={(typed) => session.change(setLines(text, range, typed, kind), name)}
    />
  );
}

/** A part that no field understands: its text as it is written. */
export function RawField({ editing, range, name }: { readonly editing: Editing; readonly range: Range; readonly name: string }) {
  const { text, session } = editing;
  return (
    <div class="s-form-raw">
      <AreaField
        label={t('forms.raw')}
        name={name}
        value={text.slice(range.from, range.to)}
        onValue={(insert) => session.change([{ from: range.from, to: range.to, insert }], name)}
      />
    </div>
  );
}
