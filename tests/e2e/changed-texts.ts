/** The module before it is mended: what a learner answered. */
const one = (id: string, question: string, choices: readonly string[]): string =>
  `:::choice{#${id} competency=freiner}\n${question}\n\n${choices.join('\n')}\n:::\n`;

const MOVED = one('q-voyage', 'Qui annonce un retard ?', ['- [x] La régulation', '- [ ] Le voyageur']);

const bankOf = (...questions: readonly string[]): string => `---\ntitle: Fonds\n---\n\n${questions.join('\n')}`;

const KEPT = one('b-rail', 'Que fait un rail mouillé ?', ['- [x] Il allonge le freinage', '- [ ] Il le raccourcit']);

export const before = {
  body: `# Au dépôt {#depot}

${one('q-texte', 'Que vérifie-t-on avant de sortir une rame ?', ['- [x] Les freins', '- [ ] Les affiches', '- [ ] La radio'])}
${one('q-ordre', 'Où dort la rame ?', ['- [ ] Sous un pont', '- [x] Au dépôt, voie trois', '- [ ] Sur la place'])}
${one('q-choix', 'Quel engin relève une rame déraillée ?', ['- [x] Un camion-grue de trente tonnes', '- [ ] Une brouette'])}
${one('q-partie', 'Combien de portes ?', ['- [x] Huit', '- [ ] Deux'])}

# En ligne {#ligne}

${MOVED}
::quiz{#bilan bank="banks/fonds.md" draw=2}
`,
  bank: bankOf(KEPT, one('b-sable', 'À quoi sert le sable ?', ['- [x] À freiner', '- [ ] À jouer'])),
} as const;

/**
 * A text mended, choices in another order, a choice replaced by another, an activity gone, one moved to another page, one new, a
 * question of the bank replaced.
 */
export const after = {
  body: `# Au dépôt {#depot}

${one('q-texte', 'Que vérifie-t-on toujours avant de sortir une rame ?', ['- [x] Les freins', '- [ ] Les affiches', '- [ ] La radio'])}
${one('q-ordre', 'Où dort la rame ?', ['- [x] Au dépôt, voie trois', '- [ ] Sur la place', '- [ ] Sous un pont'])}
${one('q-choix', 'Quel engin relève une rame déraillée ?', ['- [x] Des vérins et une poutre', '- [ ] Une brouette'])}
${MOVED}

# En ligne {#ligne}

${one('q-neuve', 'Qui ferme les portes ?', ['- [x] La conductrice', '- [ ] Le vent'])}
::quiz{#bilan bank="banks/fonds.md" draw=2}
`,
  bank: bankOf(KEPT, one('b-neige', 'Que fait la neige ?', ['- [x] Elle couvre les aiguilles', '- [ ] Elle les chauffe'])),
} as const;
