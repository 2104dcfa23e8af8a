import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../host/node/write-whole.ts';

/** The author's guides: names of their examples, and placeholder text for a new type. */
const GUIDES = [
  {
    path: 'docs/ecrire-une-seance.md',
    example: 'example.md',
    colon: ' :',
    text: 'L\'apprenant coche ce qui convient. `note="…"` est une phrase sous les lignes. À compléter : ce que fait l\'apprenant, et ce que le LMS reçoit.',
  },
  {
    path: 'docs/writing-a-session.md',
    example: 'example.en.md',
    colon: ':',
    text: 'Learners tick what applies. `note="…"` is a sentence under the lines. To be written: what learners do, and what the LMS receives.',
  },
] as const;

/** Inserts a section after those of the other activities, before the next chapter. */
function withSection(guide: string, section: string): string {
  // Masks headings in examples, without changing the length.
  const masked = guide.replace(/^```[\s\S]*?^```$/gm, (fence) => fence.replaceAll('#', '\0'));
  const first = masked.search(/^### .*: `choice`$/m);
  const length = masked.slice(first).search(/^## /m);
  const at = length < 0 ? guide.length : first + length;
  return first < 0 ? guide : `${guide.slice(0, at)}${section}\n${guide.slice(at)}`;
}

/**
 * Adds a section for a new type to each author's guide: heading, example and attribute.
 * @returns paths of the guides, relative to the folder of Cartable
 */
export function addGuideSections(name: string, title: string, root: string): readonly string[] {
  return GUIDES.flatMap(({ path, example, colon, text }) => {
    const file = join(root, path);
    if (!existsSync(file)) return [];
    const fence = readFileSync(join(root, 'templates', name, example), 'utf8').trimEnd();
    const section = `### ${title}${colon} \`${name}\`\n\n\`\`\`markdown\n${fence}\n\`\`\`\n\n${text}\n`;
    writeWhole(file, withSection(readFileSync(file, 'utf8'), section));
    return [path];
  });
}
