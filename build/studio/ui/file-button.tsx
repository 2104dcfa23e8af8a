import { useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import type { IconName } from './icon.tsx';

/** Properties of a button that asks for files. */
interface FileButtonProps {
  readonly label: string;
  /** Endings and types, as `accept` takes them. All files without it. */
  readonly accept?: string;
  readonly icon?: IconName;
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly large?: boolean;
  /** Number of files: one, several, or all those of a folder. */
  readonly many?: 'one' | 'several' | 'folder';
  onFiles(files: readonly File[]): void;
}

/** A button that opens the browser's dialog for files. */
export function FileButton({ label, accept = '', icon, look = 'plain', large = false, many = 'one', onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} {...(icon && { icon })} large={large} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={(field) => {
          input.current = field;
          if (many === 'folder') field?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        accept={accept}
        multiple={many !== 'one'}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          // The list of a field empties with it.
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
