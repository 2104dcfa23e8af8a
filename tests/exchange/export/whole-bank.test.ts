import { expect, test } from 'vitest';
import { titleIn, WHOLE, wholeBank } from '../../../build/exchange/export/whole-bank.ts';

test('a bank is asked by the only session of the course', () => {
  const { yaml, session } = wholeBank('id: pain\nmodules: [a, b]\n', 'banks/pain.md');
  expect(yaml).toBe(`id: pain\nmodules:\n  - ${WHOLE}\n`);
  expect(session).toBe(
    `---\nid: ${WHOLE}\ntitle: Export\n---\n\n# Export {#${WHOLE}-page}\n\n::quiz{#${WHOLE}-quiz bank="banks/pain.md"}\n`,
  );
});

test('a course without a list of sessions stays', () => {
  expect(wholeBank('id: pain\n', 'banks/pain.md').yaml).toBe('id: pain\n');
});

test('reads a title with any line breaks; undefined without one', () => {
  expect(titleIn('---\r\ntitle: "Le pain"\r\n---\r\n')).toBe('Le pain');
  expect(titleIn('---\r\ntitle: Le pain\r\n---\r\n')).toBe('Le pain');
  expect(titleIn('# Le pain\n')).toBe(undefined);
  expect(titleIn('# Le pain\n---\ntitle: Le sel\n---\n')).toBe(undefined);
  expect(titleIn('---\ntitle: [sel]\n---\n')).toBe(undefined);
  expect(titleIn('---\ntitle: Sel\n---\n\nGros.\n\n---\ntitle: Eau\n---\n')).toBe('Sel');
});
