import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

/** Members that all fields of text have. */
export interface FieldProps {
  readonly label: string;
  /** Value in the text. */
  readonly value: string;
  /** Name by which the field is focused. */
  readonly name: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** True: the label is for screen readers only, because the place shows what it is. */
  readonly isQuiet?: boolean;
  readonly list?: readonly string[];
  onValue(value: string): void;
  onKey?(event: KeyboardEvent): void;
}

/**
 * Keeps what is being typed as it was typed, even where the text holds it in another way: without a space at its end.
 * @returns what to show, and what to call with what was typed
 */
function useDraft(value: string, onValue: (value: string) => void): readonly [string, (typed: string) => void, () => void] {
  const draft = useRef<{ readonly typed: string; read: string | null } | null>(null);
  if (draft.current && draft.current.read === null) draft.current.read = value;
  else if (draft.current && draft.current.read !== value) draft.current = null;
  const type = (typed: string): void => {
    draft.current = { typed, read: null };
    onValue(typed);
  };
  const end = (): void => {
    draft.current = null;
  };
  return [draft.current?.typed ?? value, type, end];
}

function Label({
  id,
  label,
  hint,
  isQuiet,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isQuiet?: boolean | undefined;
}) {
  return (
    <>
      <label for={id} class={isQuiet ? 's-hidden' : 's-form-label'}>
        {label}
      </label>
      {hint && (
        <span class="s-form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </>
  );
}

/** A field that grows with its text. */
export function AreaField({ label, value, name, hint, placeholder, isQuiet, onValue, onKey }: FieldProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [shown, type, end] = useDraft(value, onValue);
  useLayoutEffect(() => {
    const { current } = area;
    if (!current || CSS.supports('field-sizing', 'content')) return;
    current.style.blockSize = 'auto';
    current.style.blockSize = `${current.scrollHeight + 2}px`;
  }, [shown]);
  return (
    <div class="s-form-field">
      <Label id={id} label={label} hint={hint} isQuiet={isQuiet} />
      <textarea
        id={id}
        ref={area}
        rows={1}
        data-field={name}
        value={shown}
        placeholder={placeholder}
        aria-describedby={hint && `${id}-hint`}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={end}
        onKeyDown={(event) => onKey?.(event)}
      />
    </div>
  );
}

/** A field of one line. */
export function LineField({
  label,
  value,
  name,
  hint,
  placeholder,
  isQuiet,
  list,
  onValue,
  onKey,
  kind = 'text',
}: FieldProps & { readonly kind?: 'text' | 'number' }) {
  const id = useId();
  const [shown, type, end] = useDraft(value, onValue);
  return (
    <div class="s-form-field">
      <Label id={id} label={label} hint={hint} isQuiet={isQuiet} />
      <input
        id={id}
        type="text"
        inputMode={kind === 'number' ? 'decimal' : 'text'}
        data-field={name}
        value={shown}
        placeholder={placeholder}
        list={list && list.length > 0 ? `${id}-list` : undefined}
        aria-describedby={hint && `${id}-hint`}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={end}
        onKeyDown={(event) => onKey?.(event)}
      />
      {list && list.length > 0 && (
        <datalist id={`${id}-list`}>
          {list.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </div>
  );
}

/** A box to tick, with its label beside it. */
export function TickField({
  label,
  value,
  name,
  isQuiet,
  onValue,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly name: string;
  readonly isQuiet?: boolean;
  onValue(value: boolean): void;
}) {
  return (
    <label class="s-form-tick">
      <input type="checkbox" data-field={name} checked={value} onChange={(event) => onValue(event.currentTarget.checked)} />
      <span class={isQuiet ? 's-hidden' : ''}>{label}</span>
    </label>
  );
}

/** One of a few values. */
export function SelectField({
  label,
  value,
  name,
  options,
  isQuiet,
  onValue,
}: {
  readonly label: string;
  readonly value: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isQuiet?: boolean;
  onValue(value: string): void;
}) {
  const id = useId();
  const all = options.some((one) => one.value === value) ? options : [{ value, label: value }, ...options];
  return (
    <div class="s-form-field">
      <Label id={id} label={label} isQuiet={isQuiet} />
      <select id={id} data-field={name} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {all.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A group of fields with a heading. */
export function FieldGroup({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="s-form-group">
      <legend class="s-form-title">
        {title} {hint && <span class="s-form-hint">{hint}</span>}
      </legend>
      {children}
    </fieldset>
  );
}

/** Returns the step that Alt and an arrow mean; undefined for other keys. */
export function stepOf({ altKey, key }: { readonly altKey: boolean; readonly key: string }): 1 | -1 | undefined {
  if (!altKey) return undefined;
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : undefined;
}
