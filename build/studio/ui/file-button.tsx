import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';

/** Properties of a button that asks for a file. */
interface FileButtonProps {
  readonly label: string;
  /** Endings and types, as `accept` takes them. */
  readonly accept: string;
  readonly icon?: IconName;
  readonly large?: boolean;
  onFile(file: File): void;
}

/** A button that opens the browser's dialog for a file. */
export function FileButton({ label, accept, icon, large = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(icon && { icon })} large={large} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
