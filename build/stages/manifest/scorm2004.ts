import type { ManifestInput } from '../../model/built.ts';
import { contentPackage, type Edition } from './content-package.ts';

const LOCATIONS = [
  'http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd',
  'http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd',
  'http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd',
];

const SCORM_2004: Omit<Edition, 'schemaVersion'> = {
  root: {
    '@xmlns': 'http://www.imsglobal.org/xsd/imscp_v1p1',
    '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
    '@xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
    '@xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
    '@xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    '@xsi:schemaLocation': LOCATIONS.join(' '),
  },
  typeAttribute: '@adlcp:scormType',
  // The default is true: objectives would be shared with other courses.
  organizationAttributes: { '@adlseq:objectivesGlobalToSystem': 'false' },
  // Without flow, a course of several SCOs can't be started in ADL's sequencer.
  organizationEnd: { 'imsss:sequencing': { 'imsss:controlMode': { '@choice': 'true', '@flow': 'true' } } },
  // Without these, a SCO that reported nothing becomes completed and satisfied when it is left.
  itemEnd: {
    'imsss:sequencing': { 'imsss:deliveryControls': { '@completionSetByContent': 'true', '@objectiveSetByContent': 'true' } },
  },
};

/** Makes `imsmanifest.xml` of a SCORM 2004 package. */
export function scorm2004Manifest(input: ManifestInput, edition: '3rd' | '4th'): string {
  return contentPackage(input, { ...SCORM_2004, schemaVersion: `2004 ${edition} Edition` });
}
