import { ICONS } from './icon-paths.ts';

export type IconName = keyof typeof ICONS;

/** Draws an icon. It has no name for screen readers: the text beside it, or the label of its button, names it. */
export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg class={small ? 's-icon s-icon-small' : 's-icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}
