import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** Properties of a dialog. */
interface DialogProps {
  readonly title: string;
  /** Buttons at its foot. */
  readonly foot?: ComponentChildren;
  /** `wide` for what has two columns. */
  readonly size?: 'narrow' | 'plain' | 'medium' | 'wide';
  readonly children: ComponentChildren;
  onClose(): void;
}

/** Returns where the focus goes back to. */
function focused(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}

/** A modal dialog: open as long as it is drawn. Escape, the cross and a click beside it close it; the focus goes back. */
export function Dialog({ title, foot, size = 'plain', children, onClose }: DialogProps) {
  const place = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const before = focused();
    const { current: dialog } = place;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before?.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      class={`s-dialog s-${size}`}
      ref={place}
      aria-labelledby={name}
      onCancel={(event) => {
        // A field for files sends this event too, when its own dialog is given up.
        if (event.target !== place.current) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === place.current && onClose()}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <div class="s-dialog-box">
        <header class="s-dialog-head">
          <h2 id={name}>{title}</h2>
          <Button look="quiet" icon="x" label={t('close')} onClick={onClose} />
        </header>
        <div class="s-dialog-body">{children}</div>
        {foot && <footer class="s-dialog-foot">{foot}</footer>}
      </div>
    </dialog>
  );
}

/** Properties of a question before something is removed. */
interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  /** Names what will be done: « Supprimer ». */
  readonly action: string;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something is removed. */
export function Confirm({ title, text, action, onConfirm, onClose }: ConfirmProps) {
  const foot = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button
        look="danger"
        onClick={() => {
          onClose();
          onConfirm();
        }}
      >
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} size="narrow" foot={foot} onClose={onClose}>
      <p>{text}</p>
    </Dialog>
  );
}
