import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Properties of the question for a title. */
interface TitleDialogProps {
  readonly title: string;
  readonly label: string;
  readonly value: string;
  readonly action: string;
  /** A word below the field. */
  readonly hint?: string;
  onTitle(title: string): void;
  onClose(): void;
}

/** Asks for a title. */
export function TitleDialog({ title, label, value, action, hint, onTitle, onClose }: TitleDialogProps) {
  const written = useSignal(value);
  const name = useId();
  const send = (event: Event): void => {
    event.preventDefault();
    if (written.value.trim() === '') return;
    onClose();
    onTitle(written.value.trim());
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look="primary" disabled={written.value.trim() === ''} onClick={send}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} size="narrow" foot={foot} onClose={onClose}>
      <form class="s-field" onSubmit={send}>
        <label for={name}>{label}</label>
        <input
          id={name}
          class="s-input"
          maxLength={120}
          value={written.value}
          autoFocus
          onInput={(event) => {
            written.value = event.currentTarget.value;
          }}
        />
        {hint && <small>{hint}</small>}
      </form>
    </Dialog>
  );
}
