import type { ManifestInput } from '../../model/built.ts';
import { contentPackage, type Edition } from './content-package.ts';

const LOCATIONS = [
  'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd',
  'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd',
  'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
];

// Never add `adlcp:masteryscore`: with it Moodle decides passed or failed itself as soon as there is a score (moodle.md 5).
const SCORM_12: Edition = {
  schemaVersion: '1.2',
  root: {
    '@xmlns': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
    '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    '@xsi:schemaLocation': LOCATIONS.join(' '),
  },
  typeAttribute: '@adlcp:scormtype',
  organizationAttributes: {},
  organizationEnd: {},
  itemEnd: {},
};

/** Makes `imsmanifest.xml` of a SCORM 1.2 package. */
export function scorm12Manifest(input: ManifestInput): string {
  return contentPackage(input, SCORM_12);
}
