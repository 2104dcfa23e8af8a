import { hitFor, hitIf, type PackageFacts, type Rule } from './rule.ts';

/** Longest path, in characters. */
const LONGEST = 200;

/** Bytes from which a site's limit for uploads is likely to matter. */
const LARGE = 50 * 1024 * 1024;

/** Names and characters that Windows reserves. */
const RESERVED = /(?:^|[/\\])(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/\\]*)?(?:[/\\]|$)|[<>:"|?*]|[. ](?:[/\\]|$)/i;

/** Files that a web server would run, or that administrators forbid. */
const PROGRAMS = /\.(?:php\d?|phtml|phar|asp|aspx|jsp|cgi|pl|py|rb|sh|bat|cmd|com|exe|msi|dll|scr|vbs|jar)$|(?:^|\/)\.htaccess$/i;

/** Files that systems leave in zips. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.git\/|\.svn\/|~\$)/i;

function namesThat(select: (name: string) => boolean): Rule['check'] {
  return ({ zip }) => hitFor([...zip.files.keys()].filter(select));
}

/** Names that are the same where case doesn't count. */
function clashes({ zip }: PackageFacts): string[] {
  const seen = new Map<string, string>();
  return [...zip.files.keys()].flatMap((name) => {
    const key = name.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    seen.set(key, name);
    return other === undefined ? [] : [`${other} – ${name}`];
  });
}

/** Rules about names in the zip, and its size. */
export const nameRules: readonly Rule[] = [
  { id: 'name-backslash', severity: 'error', sources: ['scorm.md 28'], check: namesThat((name) => name.includes('\\')) },
  {
    id: 'name-ascii',
    severity: 'warning',
    sources: ['moodle.md 28', 'scorm.md 35'],
    check: namesThat((name) => /[^\x20-\x7e]/.test(name) && !JUNK.test(name)),
  },
  { id: 'name-space', severity: 'note', sources: ['scorm.md 35'], check: namesThat((name) => name.includes(' ') && !JUNK.test(name)) },
  { id: 'name-long', severity: 'warning', sources: ['scorm.md 6'], check: namesThat((name) => name.length > LONGEST) },
  { id: 'name-reserved', severity: 'warning', sources: ['scorm.md 40'], check: namesThat((name) => RESERVED.test(name)) },
  { id: 'name-case', severity: 'warning', sources: ['scorm.md 40'], check: (facts) => hitFor(clashes(facts)) },
  { id: 'name-module', severity: 'warning', sources: ['moodle.md 28'], check: namesThat((name) => /\.mjs$/i.test(name)) },
  { id: 'name-program', severity: 'warning', sources: ['scorm.md 40'], check: namesThat((name) => PROGRAMS.test(name)) },
  { id: 'name-flash', severity: 'warning', sources: ['scorm.md 40'], check: namesThat((name) => /\.(?:swf|flv)$/i.test(name)) },
  { id: 'name-junk', severity: 'note', sources: ['scorm.md 40'], check: namesThat((name) => JUNK.test(name)) },
  { id: 'zip64', severity: 'warning', sources: ['scorm.md 6'], check: ({ zip }) => hitIf(zip.isZip64) },
  {
    id: 'package-large',
    severity: 'note',
    sources: ['scorm.md 40'],
    check: ({ zip: { source } }) => hitIf(source.size > LARGE, { values: { n: Math.round(source.size / 1024 / 1024) } }),
  },
];
