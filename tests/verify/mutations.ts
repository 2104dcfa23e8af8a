import { change, type Files, zipped } from './packages.ts';

/** A mistake in a package, and the rule that it breaks. */
type Mutation = readonly [what: string, mutate: (files: Files) => void, rule: string];

const rename =
  (from: string, to: string) =>
  (files: Files): void => {
    files.set(to, files.get(from) ?? '');
    files.delete(from);
  };
const put =
  (from: string | RegExp, to: string) =>
  (files: Files): void =>
    change(files, from, to);

const inItem = (text: string) => put('</title>\n      </item>', `</title>${text}</item>`);

/** Mistakes in a package of SCORM 1.2. */
export const MUTATIONS_12: readonly Mutation[] = [
  ['no manifest', (files) => void files.delete('imsmanifest.xml'), 'manifest-none'],
  ['a manifest in capitals', rename('imsmanifest.xml', 'IMSManifest.xml'), 'manifest-case'],
  ['an empty manifest', (files) => void files.set('imsmanifest.xml', ''), 'manifest-xml'],
  ['a tag that isn’t closed', put('</organizations>', ''), 'manifest-xml'],
  ['an ampersand alone', put('Le dépôt', 'Rails & aiguilles'), 'manifest-xml'],
  ['an entity of HTML', put('Le dépôt', 'Le d&eacute;p&ocirc;t'), 'manifest-xml'],
  ['a DOCTYPE with an entity', put('?>', '?><!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'manifest-doctype'],
  ['a DOCTYPE behind an instruction that looks like a comment', put('?>', '?><?a <!-- ?><!DOCTYPE m><!-- -->'), 'manifest-doctype'],
  ['another root', (files) => void files.set('imsmanifest.xml', '<courseStructure/>'), 'manifest-root'],
  ['bytes that aren’t UTF-8', (files) => void files.set('imsmanifest.xml', Uint8Array.of(0x3c, 0xff, 0x3e)), 'manifest-bytes'],
  ['a byte order mark', (files) => void files.set('imsmanifest.xml', `\ufeff${files.get('imsmanifest.xml')}`), 'manifest-mark'],
  [
    'Latin-1',
    (files) => {
      change(files, 'UTF-8', 'ISO-8859-1');
      files.set(
        'imsmanifest.xml',
        Uint8Array.from(String(files.get('imsmanifest.xml')), (sign) => Math.min(255, sign.charCodeAt(0))),
      );
    },
    'manifest-encoding',
  ],
  [
    'UTF-16',
    (files) => {
      change(files, 'UTF-8', 'UTF-16');
      files.set('imsmanifest.xml', new Uint8Array(Buffer.from(`\ufeff${files.get('imsmanifest.xml')}`, 'utf16le')));
    },
    'manifest-encoding',
  ],
  ['another namespace', put('imscp_rootv1p1p2"', 'imscp_rootv9"'), 'namespace'],
  [
    'a prefix of its own',
    (files) => {
      change(files, ' xmlns="', ' xmlns:ims="');
      change(files, /<(\/?)([a-z]+)(?=[\s>/])/g as never, '<$1ims:$2');
    },
    'prefix-own',
  ],
  ['a prefix that isn’t adlcp', put(/adlcp(?=[:=])/g, 'scorm'), 'prefix-other'],
  ['no version', put('<schemaversion>1.2</schemaversion>', ''), 'version-absent'],
  ['an unknown version', put('>1.2<', '>1.2.1<'), 'version-unknown'],
  ['blanks around the version', put('>1.2<', '> 1.2\n<'), 'version-exact'],
  ['the version of 2004', put('>1.2<', '>2004 4th Edition<'), 'version-namespace'],
  ['another schema', put('ADL SCORM', 'IMS Content'), 'schema-name'],
  ['no organization', put(/<organization [\s\S]*<\/organization>/, ''), 'organization-none'],
  ['a default that doesn’t exist', put(/default="[^"]*"/, 'default="autre"'), 'default-unknown'],
  ['no default', put(/ default="[^"]*"/, ''), 'default-absent'],
  ['an empty organization', put(/<item [\s\S]*<\/item>/, ''), 'item-none'],
  [
    'a second organization',
    put(
      '</organizations>',
      '<organization identifier="bis"><title>B</title><item identifier="b1" identifierref="res-aiguillage"><title>B</title></item></organization></organizations>',
    ),
    'organization-several',
  ],
  ['an item without title', put('Le poste d’aiguillage', ''), 'title-absent'],
  ['a title of 300 characters', put('Le poste d’aiguillage', 'é'.repeat(300)), 'title-moodle'],
  ['a title of 220 characters', put('Le poste d’aiguillage', 'é'.repeat(220)), 'title-long'],
  ['a title in codes', put('Le poste d’aiguillage', 'Le poste d&#8217;aiguillage'), 'title-written'],
  ['a title in CDATA', put('Le poste d’aiguillage', '<![CDATA[Le poste]]>'), 'title-written'],
  ['an item without identifier', put(' identifier="aiguillage"', ''), 'item-id'],
  ['an item of a resource that doesn’t exist', put('identifierref="res-aiguillage"', 'identifierref="res-autre"'), 'item-resource'],
  ['an item that leads nowhere', put(' identifierref="res-aiguillage"', ''), 'item-leaf'],
  ['an item with a page and items', inItem('<item identifier="i2" identifierref="res-aiguillage"><title>T</title></item>'), 'item-cluster'],
  ['an identifier with a digit first', put('identifier="aiguillage"', 'identifier="4-aiguillage"'), 'id-form'],
  ['an identifier with accents', put('identifier="aiguillage"', 'identifier="aiguillé"'), 'id-letters'],
  ['the same identifier twice', put('identifier="aiguillage"', 'identifier="org-depot"'), 'id-twice'],
  ['the spelling of 2004', put(/scormtype/g, 'scormType'), 'type-spelling'],
  ['an unknown type', put('scormtype="sco"', 'scormtype="page"'), 'type-value'],
  ['assets only', put('scormtype="sco"', 'scormtype="asset"'), 'sco-none'],
  ['no type', put(' adlcp:scormtype="sco"', ''), 'sco-none'],
  ['a SCO without address', put(/(scormtype="sco") href="aiguillage.html"/, '$1'), 'resource-href'],
  ['a SCO on a site', put(/(scormtype="sco") href="[^"]*"/, '$1 href="https://depot.example/a.html"'), 'launch-elsewhere'],
  ['a file on a site', put('<file href="style.css"/>', '<file href="style.css"/><file href="//cdn.example/a.js"/>'), 'file-elsewhere'],
  ['an absolute address', put('"style.css"', '"/style.css"'), 'address-absolute'],
  ['an address that leads out', put('"style.css"', '"../../style.css"'), 'address-outside'],
  ['a backslash in an address', put('"style.css"', '"css\\style.css"'), 'address-backslash'],
  [
    'encoded letters',
    (files) => {
      rename('style.css', 'stylé.css')(files);
      change(files, '"style.css"', '"styl%C3%A9.css"');
    },
    'address-encoded',
  ],
  [
    'a query and parameters',
    (files) => {
      change(files, /(scormtype="sco" href="aiguillage.html)/, '$1?a=1');
      change(files, 'isvisible="true"', 'isvisible="true" parameters="?b=2"');
    },
    'address-query',
  ],
  [
    'a base without slash',
    (files) => {
      change(files, '<resources', '<resources xml:base="rails"');
      for (const name of ['aiguillage.html', 'style.css']) rename(name, `rails${name}`)(files);
    },
    'base-form',
  ],
  [
    'a SCO without files',
    (files) => {
      change(files, /<file href="aiguillage.html"\/>\s*<dependency[^>]*\/>/, '');
    },
    'resource-empty',
  ],
  ['a page that isn’t listed', put('<file href="aiguillage.html"/>', ''), 'href-unlisted'],
  ['no page', (files) => void files.delete('aiguillage.html'), 'launch-missing'],
  ['a listed file that is missing', (files) => void files.delete('style.css'), 'file-missing'],
  ['another case', rename('style.css', 'Style.css'), 'file-case'],
  ['a file that nothing lists', (files) => void files.set('rails.png', 'x'), 'file-unlisted'],
  ['an unknown dependency', put('<dependency identifierref="res-shared"', '<dependency identifierref="res-rails"'), 'dependency'],
  [
    'metadata that are missing',
    put('</schemaversion>', '</schemaversion><adlcp:location>metadata.xml</adlcp:location>'),
    'metadata-missing',
  ],
  [
    'no schemas',
    (files) => {
      for (const name of [...files.keys()]) if (name.endsWith('.xsd')) files.delete(name);
    },
    'schemas-missing',
  ],
  ['no schemaLocation', put(/ xsi:schemaLocation="[^"]*"/, ''), 'schemas-missing'],
  ['elements in another order', put(/(<title>Le poste[^<]*<\/title>)/, '<metadata/>$1'), 'schema-invalid'],
  [
    'a manifest inside',
    put('</resources>', '</resources><manifest identifier="m2"><organizations/><resources/></manifest>'),
    'submanifest',
  ],
  ['a mastery score', inItem('<adlcp:masteryscore>80</adlcp:masteryscore>'), 'mastery'],
  ['a mastery score in words', inItem('<adlcp:masteryscore>high</adlcp:masteryscore>'), 'mastery-value'],
  ['a time in minutes', inItem('<adlcp:maxtimeallowed>90</adlcp:maxtimeallowed>'), 'max-time'],
  ['an unknown action', inItem('<adlcp:timelimitaction>stop</adlcp:timelimitaction>'), 'time-action'],
  ['prerequisites', inItem('<adlcp:prerequisites type="aicc_script">a1</adlcp:prerequisites>'), 'prerequisites'],
  ['long launch data', inItem(`<adlcp:datafromlms>${'a'.repeat(300)}</adlcp:datafromlms>`), 'launch-data'],
  ['an element of 2004', inItem('<adlcp:completionThreshold>0.8</adlcp:completionThreshold>'), 'element-other'],
  [
    'accents in a name',
    (files) => {
      rename('style.css', 'stylé.css')(files);
      change(files, '"style.css"', '"stylé.css"');
    },
    'name-ascii',
  ],
  [
    'a space in a name',
    (files) => {
      rename('style.css', 'mon style.css')(files);
      change(files, '"style.css"', '"mon%20style.css"');
    },
    'name-space',
  ],
  ['a long path', (files) => void files.set(`${'rails/'.repeat(40)}a.png`, 'x'), 'name-long'],
  ['a name that Windows reserves', (files) => void files.set('img/aux.png', 'x'), 'name-reserved'],
  ['names that differ in case', (files) => void files.set('STYLE.css', 'x'), 'name-case'],
  ['a module', (files) => void files.set('rails.mjs', 'x'), 'name-module'],
  ['a program', (files) => void files.set('index.php', 'x'), 'name-program'],
  ['Flash', (files) => void files.set('rails.swf', 'x'), 'name-flash'],
  ['leftovers of macOS', (files) => void files.set('__MACOSX/._style.css', 'x'), 'name-junk'],
  ['backslashes in a name', (files) => void files.set('img\\rails.png', 'x'), 'name-backslash'],
  [
    'another package inside',
    (files) => {
      const zip = zipped(files);
      files.clear();
      files.set('depot.zip', zip);
    },
    'zip-inside',
  ],
  [
    'a package for cmi5',
    (files) => {
      rename('imsmanifest.xml', 'cmi5.xml')(files);
    },
    'other-format',
  ],
  [
    'another resource first',
    (files) => {
      const [resource = ''] = /<resource identifier="res-shared"[\s\S]*?<\/resource>/.exec(String(files.get('imsmanifest.xml'))) ?? [];
      change(files, resource, '');
      change(files, '<resources>', `<resources>${resource.replace('<resource ', '<resource href="style.css" ')}`);
    },
    'first-resource',
  ],
];

const sequencing = (text: string) => put('<imsss:deliveryControls', `${text}<imsss:deliveryControls`);

/** Mistakes in a package of SCORM 2004, 4th edition. */
export const MUTATIONS_2004: readonly Mutation[] = [
  ['the spelling of 1.2', put(/scormType/g, 'scormtype'), 'type-spelling'],
  ['no version', put(/<schemaversion>.*<\/schemaversion>/, ''), 'version-unknown'],
  ['a version without edition', put('2004 4th Edition', '2004'), 'version-unknown'],
  ['no delivery controls', put(/<imsss:deliveryControls[^>]*\/>/, ''), 'by-content'],
  [
    'a mastery score',
    put('<imsss:sequencing>\n          <imsss:delivery', '<adlcp:masteryscore>80</adlcp:masteryscore><imsss:sequencing><imsss:delivery'),
    'element-other',
  ],
  [
    'a threshold',
    put(
      /(<\/title>)(\s*<imsss:sequencing>\s*<imsss:delivery)/,
      '$1<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>$2',
    ),
    'threshold',
  ],
  [
    'a threshold of the third edition',
    put(/(<\/title>)(\s*<imsss:sequencing>\s*<imsss:delivery)/, '$1<adlcp:completionThreshold>0.8</adlcp:completionThreshold>$2'),
    'threshold-form',
  ],
  [
    'success by measure',
    sequencing(
      '<imsss:objectives><imsss:primaryObjective objectiveID="o1" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>',
    ),
    'by-measure',
  ],
  ['a reference to no sequencing', put(/<imsss:sequencing>(\s*<imsss:delivery)/, '<imsss:sequencing IDRef="s9">$1'), 'sequencing-ref'],
  [
    'sequencing rules',
    sequencing(
      '<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="attempted"/></imsss:ruleConditions><imsss:ruleAction action="skip"/></imsss:preConditionRule></imsss:sequencingRules>',
    ),
    'sequencing-rules',
  ],
  ['the second edition', put('2004 4th Edition', 'CAM 1.3'), 'edition-2'],
  [
    'objectives of the whole system',
    (files) => {
      change(files, ' adlseq:objectivesGlobalToSystem="false"', '');
      sequencing(
        '<imsss:objectives><imsss:primaryObjective objectiveID="o1"><imsss:mapInfo targetObjectiveID="g1"/></imsss:primaryObjective></imsss:objectives>',
      )(files);
    },
    'global-objectives',
  ],
];
