import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { addGuideSections } from '../../build/cli/guide-sections.ts';

function guides(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'cartable-guides-'));
  const all = { 'templates/tri/example.md': ':::tri\n:::\n', 'templates/tri/example.en.md': ':::sort\n:::\n', ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { added: addGuideSections('tri', 'Tri', root), read: (path: string) => readFileSync(join(root, path), 'utf8') };
}

const FENCE = '```markdown\n## no heading\n### no: `choice`\n## nor here\n```';

test('a section follows those of the other activities, in each guide that is there', () => {
  const guide = `# Guide\n\n${FENCE}\n\n### Choix : \`choice\`\n\n${FENCE}\n\n## Suite\n\nx\n`;
  const { added, read } = guides({ 'docs/ecrire-une-seance.md': guide });
  expect(added).toEqual(['docs/ecrire-une-seance.md']);
  const text = read('docs/ecrire-une-seance.md');
  expect(text.replace(/### Tri[\s\S]*?(?=## Suite)/, '')).toBe(guide);
  expect(text).toContain('### Tri : `tri`\n\n```markdown\n:::tri\n:::\n```\n\n');
  expect(text.indexOf('### Tri')).toBeGreaterThan(text.lastIndexOf('### Choix'));
  expect(text).toMatch(/L'apprenant coche[^\n]*À compléter[^\n]*\n\n## Suite/);
});

test('only the heading of the type itself counts, and only the next chapter', () => {
  const guide = '### Autour de : `choice` et plus\n\n## Avant\n\n### Choix : `choice`\n\nx\n\n## Suite\n\n## Fin\n';
  const { read } = guides({ 'docs/ecrire-une-seance.md': guide, 'docs/writing-a-session.md': guide.replaceAll(' : `', ': `') });
  for (const name of ['ecrire-une-seance', 'writing-a-session'])
    expect(read(`docs/${name}.md`)).toMatch(/x\n\n### Tri ?: `tri`[\s\S]+\n\n## Suite\n\n## Fin\n$/);
  expect(read('docs/writing-a-session.md')).toMatch(/Learners tick[^\n]*To be written[^\n]*\n\n## Suite/);
});

test('at the end of a guide without a further chapter; a guide without activities stays', () => {
  const { added, read } = guides({ 'docs/writing-a-session.md': '### Choice: `choice`\n\nx\n', 'docs/ecrire-une-seance.md': '# Guide\n' });
  expect(added).toHaveLength(2);
  expect(read('docs/writing-a-session.md')).toMatch(/^### Choice: `choice`\n\nx\n### Tri: `tri`\n\n```markdown\n:::sort\n:::\n```/);
  expect(read('docs/ecrire-une-seance.md')).toBe('# Guide\n');
});
