import type { StudioSettings } from '../settings.ts';
import type { Studio } from '../studio.ts';

/** What each view of an open course gets. */
export interface ViewProps {
  readonly studio: Studio;
  readonly settings: StudioSettings;
  /** Reads questions and texts of other programs into the course. */
  onImport(): void;
}
