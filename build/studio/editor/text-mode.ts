import type { Look } from './editor.ts';

/** Way to edit a text: drawn, as its source, or in a plain field for screen readers. */
export type TextMode = Look | 'plain';

const KEY = 'cartable-studio-text';

/** Reads the way that was chosen last in this browser. */
export function readTextMode(): TextMode {
  const kept = localStorage.getItem(KEY);
  return kept === 'raw' || kept === 'plain' ? kept : 'readable';
}

/** Remembers the way that was chosen. */
export function writeTextMode(mode: TextMode): void {
  localStorage.setItem(KEY, mode);
}
