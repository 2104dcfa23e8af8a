import { ICONS } from './icons.ts';

/** An icon of the editor; its button has the name. */
export function EditorIcon({ name }: { readonly name: keyof typeof ICONS }) {
  return (
    <svg class="s-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}
