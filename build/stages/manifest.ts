import type { ManifestInput } from '../built.ts';
import { scorm12Manifest } from '../manifests/scorm12.ts';
import { scorm2004Manifest } from '../manifests/scorm2004.ts';

/** The text of `imsmanifest.xml` for a target. */
export function manifest(input: ManifestInput): string {
  switch (input.target) {
    case 'scorm12':
      return scorm12Manifest(input);
    case 'scorm2004-3':
      return scorm2004Manifest(input, '3rd');
    case 'scorm2004-4':
      return scorm2004Manifest(input, '4th');
  }
}
