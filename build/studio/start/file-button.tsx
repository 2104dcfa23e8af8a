import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';

/** Properties of a button that asks for files. */
interface FileButtonProps {
  readonly label: string;
  /** Endings and types, as `accept` takes them. */
  readonly accept: string;
  readonly icon?: IconName;
  readonly large?: boolean;
  readonly multiple?: boolean;
  onFiles(files: readonly File[]): void;
}

/** A button that opens the browser's dialog for files. */
export function FileButton({ label, accept, icon, large = false, multiple = false, onFiles }: FileButtonProps) {
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
        multiple={multiple}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
