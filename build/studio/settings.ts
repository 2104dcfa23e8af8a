import type { ProgramAddress } from './engine/calls.ts';
import type { LmsSettings } from './play/messages.ts';

/** Addresses of the studio's files; the build writes them into the page. All are relative to it. */
export interface StudioSettings {
  readonly program: ProgramAddress;
  /** Zip of each sample course. */
  readonly samples: Readonly<Record<string, string>>;
  /** The worker's script. */
  readonly engine: string;
  /** The empty page around what is played. */
  readonly frame: string;
  /** The script that plays. */
  readonly frameScript: string;
  /** The page of the frame that shows a finished document. */
  readonly paper: string;
  readonly paperScript: string;
  readonly lms: Readonly<Record<LmsSettings['version'], string>>;
  /** Nonce of the editor's style elements. */
  readonly nonce: string;
}

/** Reads the settings from the page. */
export function readSettings(): StudioSettings {
  return JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="cartable"]')?.content ?? '');
}

/** Resolves an address of the settings. */
export function absolute(address: string): string {
  return new URL(address, document.baseURI).href;
}
