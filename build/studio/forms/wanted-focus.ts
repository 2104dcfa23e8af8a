import { useLayoutEffect } from 'preact/hooks';
import type { TextSession } from './editing.ts';

/** Moves the focus where a change has asked for it, once the form is drawn. The words of a new part are selected, to be replaced. */
export function useWantedFocus(session: TextSession, place: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const { wanted } = session;
    if (wanted === '') return;
    session.wanted = '';
    const found = [...(place.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find((one) => one.dataset.field === wanted);
    found?.focus();
    found?.scrollIntoView({ block: 'nearest' });
    if (session.isNew && (found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement)) found.select();
  });
}
