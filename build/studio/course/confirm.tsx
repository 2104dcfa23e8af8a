import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../words.ts';
import { Button } from './fields.tsx';

/** Asks before something is done that learners may feel. Escape and « Annuler » leave everything as it is. */
export function Confirm({
  title,
  action,
  onYes,
  onClose,
  children,
}: {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  onYes(): void;
  onClose(): void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  return (
    <dialog class="s-course-dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <div class="s-course-row">
        <Button onPress={close}>{t('course.cancel')}</Button>
        <Button
          look="main"
          onPress={() => {
            onYes();
            close();
          }}
        >
          {action}
        </Button>
      </div>
    </dialog>
  );
}
