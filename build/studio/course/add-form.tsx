import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../ui/button.tsx';

/** A field and a button that adds something with the name that was typed. */
export function AddForm({
  label,
  action,
  placeholder,
  onAdd,
}: {
  readonly label: string;
  readonly action: string;
  readonly placeholder?: string;
  onAdd(name: string): void;
}) {
  const name = useSignal('');
  const id = useId();
  return (
    <form
      class="s-course-add"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = name.value.trim();
        if (typed !== '') onAdd(typed);
        name.value = '';
      }}
    >
      <div class="s-field">
        <label for={id}>{label}</label>
        <input
          class="s-input"
          id={id}
          value={name.value}
          placeholder={placeholder}
          maxLength={200}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
      </div>
      <Button submits look="soft" icon="plus">
        {action}
      </Button>
    </form>
  );
}

/** A quiet button below a list. */
export function OpenText({ text, onPress }: { readonly text: string; onPress(): void }) {
  return <Button look="quiet" icon="file-text" label={text} onClick={onPress} />;
}
