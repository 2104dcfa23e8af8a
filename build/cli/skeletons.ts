import type { Language } from '../diagnostics/format.ts';

/** A new session: all ids in it begin with its own, so that they are unique in the course. */
export interface NewSession {
  readonly id: string;
  readonly title: string;
  /** Path of a bank in the course's folder; without one the session has a question of its own. */
  readonly bank?: string;
}

/** Formats a title as a YAML value; JSON strings are valid YAML. */
function quoted(title: string): string {
  return JSON.stringify(title);
}

const BANK_QUIZ = (id: string, bank: string): string => `::quiz{#${id} bank="${bank}" draw=2 attempts=2}`;

function frenchSession({ id, title, bank }: NewSession): string {
  const question = `:::choice{#${id}-question}
Qui peut changer ce texte ?

- [x] Quiconque sait écrire dans un fichier.
> Oui : enregistrez, et l'aperçu montre la suite.
- [ ] Seulement un programmeur.
> Non : les séances sont écrites en texte simple.
:::`;
  return `---
id: ${id}
title: ${quoted(title)}
duration: 30min
completion: activities
---

# Pour commencer {#${id}-debut}

Écrivez ici ce que l'on lit en premier : une situation, une question, ce que la séance apporte.

:::open-question{#${id}-vos-mots min-words=5 max-words=80 seen-by=me}
Que savez-vous déjà de ce sujet ?
:::

# Pour finir {#${id}-fin}

${bank ? BANK_QUIZ(`${id}-bilan`, bank) : question}
`;
}

function englishSession({ id, title, bank }: NewSession): string {
  const question = `:::choice{#${id}-question}
Who can change this text?

- [x] Anyone who can type into a file.
> Yes: save, and the preview shows the new text.
- [ ] Only a programmer.
> No: sessions are written as plain text.
:::`;
  return `---
id: ${id}
title: ${quoted(title)}
duration: 30min
completion: activities
---

# To begin with {#${id}-begin}

Write here what is read first: a situation, a question, what the session is for.

:::open-question{#${id}-your-words min-words=5 max-words=80 seen-by=me}
What do you already know about this?
:::

# To finish {#${id}-end}

${bank ? BANK_QUIZ(`${id}-quiz`, bank) : question}
`;
}

const FRENCH_BANK = `---
title: Banque de questions
---

:::choice{#banque-identifiant}
À quoi sert l'identifiant d'une question ?

- [x] À retrouver les réponses déjà données, même quand le texte change.
> Oui : il ne change donc jamais.
- [ ] À ranger les questions dans l'ordre.
> Non : l'ordre est celui du texte.
:::

:::true-false{#banque-tirage}
- [x] Deux personnes peuvent recevoir des questions différentes de la même banque.
> Vrai : elles sont tirées au sort.
- [ ] Une banque ne sert qu'à une séance.
> Faux : plusieurs séances peuvent y puiser.
:::

:::short-text{#banque-marque answer="x"}
Quelle lettre, entre crochets, marque la bonne réponse ?
:::
`;

const ENGLISH_BANK = `---
title: Question bank
---

:::choice{#bank-id}
What is the id of a question for?

- [x] To find the answers that were given, even when the text changes.
> Yes: that is why it never changes.
- [ ] To put the questions in order.
> No: their order is that of the text.
:::

:::true-false{#bank-draw}
- [x] Two people may get different questions from the same bank.
> True: they are drawn at random.
- [ ] A bank serves one session only.
> False: several sessions may draw from it.
:::

:::short-text{#bank-mark answer="x"}
Which letter, in brackets, marks the right answer?
:::
`;

/** Makes the text of a session. */
export function sessionText(session: NewSession, language: Language): string {
  return language === 'fr' ? frenchSession(session) : englishSession(session);
}

/** Makes the text of a bank with three questions. */
export function bankText(language: Language): string {
  return language === 'fr' ? FRENCH_BANK : ENGLISH_BANK;
}

/** Makes `course.yaml`. @param schema address of its JSON Schema */
export function courseText(course: { id: string; title: string; module: string; schema: string }, language: Language): string {
  const contact = language === 'fr' ? 'votre formateur' : 'your trainer';
  return `# yaml-language-server: $schema=${course.schema}
id: ${course.id}
title: ${quoted(course.title)}
lang: ${language}
targets: [scorm12]
competencies: []
modules: [${course.module}]
variables:
  contact: ${contact}
theme: { accent: "#1D4ED8" }
`;
}

/** Makes a cohort's file. @param schema address of its JSON Schema */
export function cohortText(schema: string, language: Language): string {
  const french = { title: 'Première promotion', contact: 'Mme Martin' };
  const { title, contact } = language === 'fr' ? french : { title: 'First cohort', contact: 'Ms Martin' };
  return `# yaml-language-server: $schema=${schema}
title: ${title}
tags: []
variables:
  contact: ${contact}
`;
}
