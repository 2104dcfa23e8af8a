import { XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import type { Target } from '../../src/model/course/course.ts';
import { engine } from './engine.ts';

type Edition = Exclude<Target, 'web'>;

const NAMESPACES: Readonly<Record<'1.2' | '2004', readonly (readonly [string, string])[]>> = {
  // Without imsmd: libxml2 finds that schema ambiguous, and our manifests don't use it.
  '1.2': [
    ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
  ],
  '2004': [
    ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
    ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
  ],
};

const validators = new Map<Edition, XsdValidator>();

/** Validates a manifest against the edition's schemas; returns messages, none if it is valid. */
export function xsdErrors(manifest: string, target: Edition): string[] {
  try {
    const document = XmlDocument.fromString(manifest);
    try {
      validatorOf(target).validate(document);
      return [];
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map((detail) => detail.message.trim());
    throw error;
  }
}

function validatorOf(target: Edition): XsdValidator {
  const known = validators.get(target);
  if (known) return known;
  // Schemas of the same name differ between the editions, so each edition has its own folder.
  const folder = `memory/${target}`;
  const files = engine.pieces.schemas(target).map(({ name, ...entry }) => {
    const text = new TextDecoder().decode(entry.data);
    // libxml2 refuses this declaration of ims_xml.xsd, which changes nothing.
    return [`${folder}/${name}`, Buffer.from(text.replace(' xmlns="http://www.w3.org/XML/1998/namespace"', ''))] as const;
  });
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));
  const imports = NAMESPACES[target === 'scorm12' ? '1.2' : '2004'].map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  const driver = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  const document = XmlDocument.fromString(driver, { url: `${folder}/driver.xsd` });
  const validator = XsdValidator.fromDoc(document);
  document.dispose();
  validators.set(target, validator);
  return validator;
}
