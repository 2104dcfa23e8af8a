const PEOPLE = [
  'La conductrice',
  'Le régulateur',
  'Une mécanicienne',
  'Le chef de dépôt',
  'Une contrôleuse',
  'Le technicien de nuit',
  'Une apprentie',
];
const DEEDS = [
  'vérifie les freins',
  'prépare la rame',
  'note les retards',
  'prévient les voyageurs',
  'relit le registre',
  'règle les horaires',
  'range les outils',
  'appelle la régulation',
];
const PLACES = [
  'au dépôt',
  'sur le quai',
  'dans l’atelier',
  'au poste de garde',
  'près de l’aiguillage',
  'au terminus',
  'devant la station',
];
const TIMES = [
  'avant le premier départ',
  'pendant la pause',
  'à la fin du service',
  'dès l’aube',
  'quand la pluie commence',
  'une fois par semaine',
  'à chaque relève',
];
const REASONS = [
  'parce qu’un oubli se paie toute la journée',
  'car les voyageurs comptent sur l’heure affichée',
  'pour que l’équipe suivante sache où elle en est',
  'afin d’éviter une panne en pleine ligne',
  'même si personne ne le demande',
  'comme le règlement le prévoit : chaque geste est écrit',
];

/** Picks from lists; the same seed picks the same. */
class Picker {
  private value: number;

  constructor(seed: number) {
    this.value = (seed * 2_654_435_761 + 12_345) >>> 0;
  }

  below(limit: number): number {
    this.value = (Math.imul(this.value, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.value / 2 ** 32) * limit);
  }

  from(list: readonly string[]): string {
    return list[this.below(list.length)] ?? '';
  }

  /** `count` of them, no two alike. */
  several(list: readonly string[], count: number): string[] {
    const rest = [...list];
    return Array.from({ length: count }, () => rest.splice(this.below(rest.length), 1)[0] ?? '');
  }
}

function sentence(pick: Picker): string {
  return `${pick.from(PEOPLE)} ${pick.from(DEEDS)} ${pick.from(PLACES)} ${pick.from(TIMES)}, ${pick.from(REASONS)}.`;
}

function paragraph(pick: Picker): string {
  return Array.from({ length: 3 + pick.below(3) }, () => sentence(pick)).join(' ');
}

function choice(pick: Picker, id: string): string {
  const actions = pick.several(DEEDS, 4);
  const right = pick.below(4);
  const items = actions.map(
    (action, index) => `- [${index === right ? 'x' : ' '}] Elle ${action} ${pick.from(PLACES)}.\n> ${sentence(pick)}`,
  );
  return `:::choice{#${id} competency=c-ligne}\nQue fait la conductrice ${pick.from(TIMES)} ?\n\n${items.join('\n')}\n:::`;
}

function trueFalse(pick: Picker, id: string): string {
  const items = pick
    .several(REASONS, 3)
    .map((reason) => `- [${pick.below(2) ? 'x' : ' '}] On ${pick.from(DEEDS)} ${reason}.\n> ${sentence(pick)}`);
  return `:::true-false{#${id} competency=c-accueil}\n${items.join('\n')}\n:::`;
}

function matching(pick: Picker, id: string): string {
  const people = pick.several(PEOPLE, 4);
  const actions = pick.several(DEEDS, 4);
  const rows = people.map((person, index) => `| ${person} | ${actions[index]} | ${sentence(pick)} |`);
  return `:::matching{#${id} competency=c-ligne}\nQui fait quoi ?\n\n| Personne | Geste | Retour |\n|---|---|---|\n${rows.join('\n')}\n:::`;
}

function openQuestion(pick: Picker, id: string): string {
  return `:::open-question{#${id} max-words=60}\nRacontez à {{chef}} ce que vous avez vu ${pick.from(PLACES)}.\n\n:::after\n${sentence(pick)}\n:::\n:::`;
}

const ACTIVITIES = [choice, trueFalse, matching, openQuestion];

/** A small module as an author might write it: four pages of prose with an activity or two each. Always the same for an index. */
export function generateModule(id: string, index: number): string {
  const pick = new Picker(index + 1);
  const pages = [1, 2, 3, 4].map((page) => {
    const activities = [0, 1]
      .slice(0, 1 + pick.below(2))
      .map((place) => ACTIVITIES[(page + place + index) % ACTIVITIES.length]?.(pick, `${id}-${page}-${place}`));
    return [
      `# Page ${page} ${pick.from(PLACES)} {#${id}-p${page}}`,
      paragraph(pick),
      `## ${pick.from(PEOPLE)}`,
      `${paragraph(pick)} **${pick.from(DEEDS)}**, *${pick.from(PLACES)}*.`,
      `- ${pick.several(DEEDS, 3).join('\n- ')}`,
      ...activities,
      paragraph(pick),
    ].join('\n\n');
  });
  return `---\nid: ${id}\ntitle: "Module ${index + 1} : ${pick.from(PLACES)}"\nduration: 20min\ncompetencies: [c-ligne, c-accueil]\ncompletion: activities\n---\n\n${pages.join('\n\n')}\n`;
}
