import type { StudioSettings } from '../settings.ts';
import type { Studio } from '../studio.ts';

/** Properties of each view of an open course. */
export interface ViewProps {
  readonly studio: Studio;
  readonly settings: StudioSettings;
  /** Reads questions and texts of other programs into the course. */
  onImport(): void;
}
