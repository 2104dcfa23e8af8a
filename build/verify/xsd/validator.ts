import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlElement,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { SchemaCheck, SchemaEdition, SchemaError } from './schema-check.ts';

/** A schema file of an edition. */
interface SchemaFile {
  readonly name: string;
  readonly data: Uint8Array;
}

const XML_SPACE = 'http://www.w3.org/XML/1998/namespace';

const SPACES: Readonly<Record<'1.2' | '2004', Readonly<Record<string, string>>>> = {
  // Without imsmd: libxml2 finds that schema ambiguous, and our manifests don't use it.
  '1.2': {
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
  },
  '2004': {
    'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
    'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
  },
};

function spacesOf(edition: SchemaEdition): Readonly<Record<string, string>> {
  return SPACES[edition === 'scorm12' ? '1.2' : '2004'];
}

/** Compiles the schemas of an edition. */
function compile(edition: SchemaEdition, schemas: readonly SchemaFile[]): XsdValidator {
  // Schemas of the same name differ between the editions, so each edition has its own folder.
  const folder = `memory/${edition}`;
  const files = schemas.map(({ name, data }) => {
    const text = new TextDecoder().decode(data);
    // libxml2 refuses this declaration of ims_xml.xsd, which changes nothing.
    const bytes = new TextEncoder().encode(text.replace(` xmlns="${XML_SPACE}"`, ''));
    return [`${folder}/${name}`, bytes] as const;
  });
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));
  const imports = Object.entries(spacesOf(edition)).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  const driver = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  const document = XmlDocument.fromString(driver, { url: `${folder}/driver.xsd` });
  try {
    return XsdValidator.fromDoc(document);
  } finally {
    document.dispose();
    // libxml2 refuses a provider without an error once it has some 15.
    xmlCleanupInputProvider();
  }
}

/** Removes elements of other namespaces, such as metadata: there is no schema for them here. */
function removeOthers(element: XmlElement, spaces: Readonly<Record<string, string>>): void {
  for (let child = element.firstChild; child; ) {
    const { next } = child;
    if (child instanceof XmlElement) {
      if (child.namespaceUri !== '' && !Object.hasOwn(spaces, child.namespaceUri)) child.remove();
      else removeOthers(child, spaces);
    }
    child = next;
  }
}

function errorsOf(text: string, validator: XsdValidator, spaces: Readonly<Record<string, string>>): SchemaError[] {
  try {
    const document = XmlDocument.fromString(text);
    try {
      removeOthers(document.root, spaces);
      validator.validate(document);
      return [];
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map(({ message, line }) => ({ message: message.trim(), line }));
    throw error;
  }
}

/** Makes a check of manifests. Each edition is compiled when it is first needed. */
export function schemaCheck(schemasOf: (edition: SchemaEdition) => readonly SchemaFile[]): SchemaCheck {
  const validators = new Map<SchemaEdition, XsdValidator>();
  return (manifest, edition) => {
    const validator = validators.get(edition) ?? compile(edition, schemasOf(edition));
    validators.set(edition, validator);
    // The text is decoded already: its declaration may name another encoding.
    return errorsOf(manifest.replace(/^<\?xml[^>]*\?>/, ''), validator, spacesOf(edition));
  };
}
