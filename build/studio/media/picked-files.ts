import { kindOf } from './media-file.ts';

/** Lists the pictures, sounds and films of a drop or a paste. */
export function mediaIn(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter(({ name }) => kindOf(name) !== undefined);
}

/** Lets the user choose media files. @returns none if the choice is cancelled */
export function chooseMedia(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = 'image/png,image/jpeg,image/webp,image/gif,image/svg+xml,audio/*,video/mp4,video/webm';
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
