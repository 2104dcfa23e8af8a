import { depot, type Files } from '../bad-input/depot-project.ts';

const HEAD = 'id: depot\ntitle: Une journée au dépôt\nlang: fr\npace: page\n';
const COMPETENCIES = 'competencies: [{ id: freiner, title: Freiner à temps }, { id: rouler, title: Rouler en ville }]\n';

/** `course.yaml` of a tram depot's course that is one SCO. */
export function courseFile(modules: readonly string[], more = ''): string {
  return `${HEAD}package: one-sco\n${COMPETENCIES}modules: [${modules.join(', ')}]\n${more}`;
}

/** A module's text. */
export function session(id: string, title: string, front: string, body: string): Files {
  return { [`${id}.md`]: `---\nid: ${id}\ntitle: ${title}\n${front}\n---\n\n${body}` };
}

/** A question with three choices, the first of which is right. */
export function question(id: string, text: string, attributes = ''): string {
  return `:::choice{#${id}${attributes && ` ${attributes}`}}\n${text} ?\n\n- [x] ${text}, oui\n- [ ] ${text}, non\n- [ ] ${text}, parfois\n:::\n`;
}

export const BANK = `---\ntitle: Fonds\n---\n\n${question('b-sable', 'Le sable', 'competency=freiner')}\n${question('b-feu', 'Le feu', 'competency=rouler')}`;

export const MORNING = session(
  'matin',
  'Le matin',
  'duration: 20min\ncompletion: activities\npass: 50',
  `# Au quai {#quai}

${question('q-frein', 'Le frein', 'competency=freiner')}
Un :term[bogie]{def="Chariot qui porte la caisse"}.

# Le bilan du matin {#bilan-matin-page}

::quiz{#bilan-matin bank="banks/fonds.md"}
`,
);

export const EVENING = session(
  'soir',
  'Le soir',
  'duration: 15min\ncompletion: visited',
  `# Au terminus {#terminus}

:::open-question{#recit max-characters=600}
Racontez un retour.
:::

::quiz{#rappel-soir bank="banks/fonds.md" points=0 attempts=1}

La :term[caténaire]{def="Fil qui porte le courant"}.
`,
);

/** A tiny course of two chapters whose quizzes draw from the same bank. */
export const DAY: Files = { 'course.yaml': courseFile(['matin', 'soir']), 'banks/fonds.md': BANK, ...MORNING, ...EVENING };

/** Writes the course into a new project, with some files changed or added; returns the project's folder. */
export function dayProject(more: Files = {}): string {
  return depot({ ...DAY, ...more });
}
