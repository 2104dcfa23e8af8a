import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Problem } from '../engine/calls.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** Pause in typing (ms) after which the text is changed. */
const PAUSE = 500;

/** Lists what the check found, beside the field it is about. */
export function Problems({ list, id }: { readonly list: readonly Problem[]; readonly id?: string | undefined }) {
  if (list.length === 0) return null;
  return (
    <ul class="s-course-problems" id={id}>
      {list.map(({ severity, problem, write, line, column }) => (
        <li key={`${line}:${column}:${problem}`} data-severity={severity}>
          <Icon name="triangle-alert" small />
          <span>
            {problem} {write}
          </span>
        </li>
      ))}
    </ul>
  );
}

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** Gets the trimmed text after a pause in typing, and when the field is left. */
  onValue(value: string): void;
  readonly hint?: string;
  readonly problems?: readonly Problem[];
  readonly kind?: 'text' | 'lines' | 'number';
  readonly placeholder?: string;
  /** Stands behind a number. */
  readonly unit?: string;
  /** The label is only for screen readers. */
  readonly isBare?: boolean;
}

/** Keeps what is being typed until it goes into the text. */
function useDraft({ value, onValue }: Pick<FieldProps, 'value' | 'onValue'>) {
  const draft = useSignal<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(onValue);
  latest.current = onValue;
  const commit = (): void => {
    clearTimeout(timer.current);
    const typed = draft.peek()?.trim();
    if (typed !== undefined && typed !== value) latest.current(typed);
  };
  const current = useRef(commit);
  current.current = commit;
  useEffect(() => () => current.current(), []);
  return {
    shown: draft.value ?? value,
    onInput(typed: string): void {
      draft.value = typed;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => current.current(), PAUSE);
    },
    onLeave(): void {
      commit();
      draft.value = null;
    },
  };
}

/** A text or number with its label, hint and problems. */
export function Field(props: FieldProps) {
  const { label, hint, problems = [], kind = 'text', placeholder, unit, isBare } = props;
  const id = useId();
  const { shown, onInput, onLeave } = useDraft(props);
  const about = [hint === undefined ? '' : `${id}h`, problems.length > 0 ? `${id}p` : ''].join(' ').trim();
  const shared = {
    id,
    class: 's-input',
    value: shown,
    placeholder,
    'aria-describedby': about || undefined,
    'aria-invalid': problems.some(({ severity }) => severity === 'error') || undefined,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => onInput(event.currentTarget.value),
    onBlur: onLeave,
  };
  return (
    <div class="s-field">
      <label class={isBare ? 's-hidden' : ''} for={id}>
        {label}
      </label>
      {kind === 'lines' ? <textarea rows={1} {...shared} /> : null}
      {kind !== 'lines' && (
        <span class="s-course-unit" data-kind={kind}>
          <input type="text" inputMode={kind === 'number' ? 'numeric' : undefined} {...shared} />
          {unit}
        </span>
      )}
      {hint !== undefined && <small id={`${id}h`}>{hint}</small>}
      <Problems list={problems} id={`${id}p`} />
    </div>
  );
}

/** A choice from a few words. */
export function Choice({
  label,
  value,
  options,
  onValue,
  hint,
  isBare,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  onValue(value: string): void;
  readonly hint?: string;
  readonly isBare?: boolean;
}) {
  const id = useId();
  return (
    <div class="s-field">
      <label class={isBare ? 's-hidden' : ''} for={id}>
        {label}
      </label>
      <select
        class="s-input"
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}h`}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {options.map(([word, name]) => (
          <option key={word} value={word}>
            {name}
          </option>
        ))}
      </select>
      {hint !== undefined && <small id={`${id}h`}>{hint}</small>}
    </div>
  );
}

/** Buttons that move an item of a list. The focus stays on the one that was pressed, although the item changes its place. */
export function Movers({
  name,
  index,
  count,
  onMove,
}: {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  onMove(to: number): void;
}) {
  const pressed = useRef<HTMLElement | null>(null);
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  }, [index]);
  const button = (direction: 'up' | 'down', to: number) => (
    <Button
      look="quiet"
      icon={direction === 'up' ? 'arrow-up' : 'arrow-down'}
      label={t(`course.${direction}`, { name })}
      aria-disabled={to < 0 || to >= count}
      onClick={(event) => {
        if (to < 0 || to >= count) return;
        pressed.current = event.currentTarget;
        onMove(to);
      }}
    />
  );
  return (
    <span class="s-course-movers">
      {button('up', index - 1)}
      {button('down', index + 1)}
    </span>
  );
}

/** A button that can be pressed only if nothing speaks against it; the reason is read with it. */
export function RemoveButton({ name, reason, onPress }: { readonly name: string; readonly reason: string; onPress(): void }) {
  const id = useId();
  return (
    <>
      <Button
        look="quiet"
        icon="trash-2"
        label={t('course.remove', { name })}
        aria-disabled={reason !== ''}
        aria-describedby={reason === '' ? undefined : id}
        onClick={() => reason === '' && onPress()}
      />
      {reason !== '' && (
        <span class="s-hidden" id={id}>
          {reason}
        </span>
      )}
    </>
  );
}

/** Title of a section and a sentence about it. */
export function SectionHead({ title, lead }: { readonly title: string; readonly lead: string }) {
  return (
    <header class="s-course-head">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{lead}</p>
    </header>
  );
}
