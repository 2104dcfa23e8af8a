import { CourseZipError, type ZipReason } from '../storage/course-zip-error.ts';
import { StoreError } from '../storage/store.ts';
import { type Key, t } from '../strings.ts';

/** Texts by reason; of the other reasons, each is a zip that may do harm. */
const KEYS: Readonly<Partial<Record<ZipReason, Key>>> = {
  'zip-not': 'zip.not',
  'zip-broken': 'zip.broken',
  'zip-content': 'zip.broken',
  'zip-split': 'zip.broken',
  'zip-encrypted': 'zip.encrypted',
  'zip-method': 'zip.broken',
  'too-many': 'zip.tooMany',
  'zip-entries': 'zip.tooMany',
  'too-large': 'zip.tooLarge',
  'no-course': 'zip.noCourse',
  package: 'zip.package',
};

/** Explains why a course can't be opened; '' if the error is about something else. */
export function openMessage(error: unknown): string {
  if (error instanceof CourseZipError) return t(KEYS[error.reason] ?? 'zip.hostile', { item: error.item });
  if (!(error instanceof StoreError)) return '';
  if (error.reason === 'full') return t('storage.full');
  return t(error.reason === 'forbidden' ? 'storage.forbidden.folder' : 'storage.gone.folder');
}
