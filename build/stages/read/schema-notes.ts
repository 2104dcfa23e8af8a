/** Description of a key in an editor, and its suggestions. */
interface Note {
  readonly description: string;
  readonly examples: readonly unknown[];
}

/** Notes by path: `theme.accent`, `competencies[].id`, `modules{}.pass`. */
export type Notes = Readonly<Record<string, Note>>;

/** Notes for each kind of file. */
export interface FileNotes {
  readonly course: Notes;
  readonly cohort: Notes;
  readonly module: Notes;
  readonly bank: Notes;
}

/** Makes the note of one key. */
export function note(description: string, ...examples: readonly unknown[]): Note {
  return { description, examples };
}

const accent = note('Couleur d’accent, lisible sur fond blanc : la construction vérifie le contraste.', '#1D4ED8', '#12663F');
const logo = note('Image du dossier du cours, en haut de chaque page.', 'assets/logo.svg');
const duration = note('Durée annoncée, en minutes.', '90min', 45);
const pass = note('Seuil de réussite en pour cent. Sans lui, ni réussite ni échec.', 60);
const completion = note(
  'Quand la séance est finie : toutes les pages vues, les activités faites, le seuil atteint, ou tout vu et le seuil atteint.',
  'activities',
  'visited',
  'score',
  'visited+score',
);
const onFail = note('Sous le seuil après le dernier essai : la séance reste inachevée, ou elle est en échec.', 'incomplete', 'failed');

const themeNotes: Notes = {
  theme: note('Couleur et logo.', { accent: '#1D4ED8', logo: 'assets/logo.svg' }),
  'theme.accent': accent,
  'theme.logo': logo,
};

/** `course.yaml`. */
const course: Notes = {
  id: note('Identifiant du cours, permanent : c’est par lui que les plateformes retrouvent le cours.', 'partenariats-reseaux'),
  title: note('Titre du cours.', 'Partenariats et réseaux'),
  lang: note('Langue du cours et de l’interface.', 'fr', 'en'),
  organisation: note(
    'Organisme de formation : lu à la place du logo par qui ne le voit pas, écrit sur la fiche de dépôt.',
    'CFP Champcevinel',
  ),
  profile: note(
    'Place que l’on compte pour la mémoire d’une séance : celle de Moodle, ou celle de n’importe quelle plateforme.',
    'moodle',
    'strict',
  ),
  package: note(
    'Paquet du cours entier : un module suivi par séance, ou un seul module dont les séances sont les chapitres.',
    'sco-per-module',
    'one-sco',
  ),
  targets: note('Formats à construire.', ['scorm12', 'web'], ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web']),
  'course-targets': note(
    'Formats du paquet du cours entier. Sans cette clé : ceux de « targets », sauf SCORM 2004, dont Moodle ne suivrait que la première séance ; aucun pour un cours d’une séance.',
    ['scorm12'],
    ['scorm12', 'scorm2004-4'],
    [],
  ),
  competencies: note('Compétences suivies. Les activités les nomment par leur identifiant.', [
    { id: 'c4-3', title: 'Représenter le service' },
  ]),
  'competencies[].id': note('Identifiant de la compétence, permanent.', 'c4-3'),
  'competencies[].title': note('Ce que la personne sait faire.', 'Représenter le service'),
  people: note('Personnes de l’histoire, que les scènes font parler et que la couverture présente.', [
    { id: 'nadia', name: 'Nadia', role: 'CESF', face: { hair: 'bun-scarf', skin: 'tan' } },
  ]),
  'people[].id': note('Identifiant de la personne, que les scènes et la couverture nomment.', 'nadia'),
  'people[].name': note('Nom affiché.', 'Nadia'),
  'people[].role': note('Fonction, sous le nom.', 'CESF'),
  'people[].face': note('Visage dessiné.', { hair: 'bob', glasses: 'round' }),
  'people[].face.hair': note('Coiffure.', 'short', 'bob', 'bun-scarf', 'headscarf'),
  'people[].face.hair-colour': note('Couleur des cheveux, pour les coiffures qui se colorent.', 'brown', 'grey'),
  'people[].face.skin': note('Teint.', 'light', 'brown'),
  'people[].face.expression': note('Expression habituelle.', 'smile', 'calm'),
  'people[].face.glasses': note('Lunettes.', 'round', 'none'),
  'people[].face.beard': note('Barbe ou moustache.', 'short', 'none'),
  'people[].face.clothes': note('Couleur du vêtement.', 'blue', 'orange'),
  'people[].picture': note('Image du dossier du cours, à la place d’un visage dessiné.', 'assets/nadia.jpg'),
  'people[].colour': note('Couleur derrière le visage, de 1 à 4. Sans elle : selon le rang dans la liste.', 1, 2),
  modules: note('Séances du cours, dans l’ordre : « seance-1 » est le fichier seance-1.md.', ['seance-1', 'seance-2']),
  variables: note('Valeurs par défaut de {{…}}. Une promotion peut les changer, et n’en ajoute pas.', { referent: 'votre référent' }),
  pace: note('Une étape à la fois, ou la page entière.', 'steps', 'page'),
  'theme.name': note('Apparence : sobre, chaleureuse, ou vive.', 'plain', 'editorial', 'vif'),
  ...themeNotes,
};

/** `cohorts/<cohort>.yaml`. */
const cohort: Notes = {
  title: note('Titre de la promotion.', 'Promotion 2027, à distance'),
  tags: note('Étiquettes : les passages only=distance ne sont montrés qu’aux promotions qui portent « distance ».', ['distance']),
  variables: note('Valeurs de {{…}} pour cette promotion.', { referent: 'Mme Roy' }),
  ...themeNotes,
  modules: note('Ce qui change dans une séance, par son identifiant.', { 'seance-1': { pass: 50 } }),
  'modules{}.title': note('Titre de la séance pour cette promotion.', 'Séance 1, à distance'),
  'modules{}.duration': duration,
  'modules{}.pass': pass,
  'modules{}.completion': completion,
  'modules{}.on-fail': onFail,
  includes: note('Fichiers qui prennent la place d’autres, partout où une séance les inclut.', {
    'commun/cadres.md': 'commun/cadres-2027.md',
  }),
};

/** Front matter of a module. */
const module: Notes = {
  id: note('Identifiant de la séance, permanent : c’est aussi le nom du fichier.', 'seance-1'),
  title: note('Titre de la séance.', 'Séance 1 : Le partenariat'),
  duration,
  competencies: note('Compétences de la séance, telles que course.yaml les nomme.', ['c4-3', 'c4-5']),
  completion,
  pass,
  'on-fail': onFail,
  pace: note('Une étape à la fois, ou la page entière. Sans cette clé : comme dans course.yaml.', 'steps', 'page'),
  lead: note(
    'Promesse de la séance, en une ou deux phrases, sur sa couverture.',
    'Seule, Nadia n’y arrivera pas : il lui faut des partenaires. Lesquels ?',
  ),
  aims: note('Ce que l’on saura faire à la fin, sur la couverture, avec ou sans pictogramme.', [
    'repérer trois lois',
    { text: 'situer vos propres partenaires', icon: 'compass' },
  ]),
  cover: note('Image de la couverture, dans le dossier du cours.', 'assets/couverture.svg'),
  certificate: note('Une attestation de suivi à imprimer, une fois la séance terminée.', true),
  bands: note('Ce que dit le bilan, selon le score. Le plus haut « from » atteint compte.', [
    { from: 70, text: 'Vous pouvez animer seul.' },
    { from: 0, text: 'Reprenez le quiz avant la prochaine séance.' },
  ]),
  'bands[].from': note('Score à partir duquel ce texte vaut, en pour cent.', 70, 0),
  'bands[].text': note('Le texte, sans mise en forme.', 'Vous pouvez animer seul.'),
  people: note('Personnes que la couverture présente. Sans cette clé : celles qui parlent dans les scènes.', ['nadia', 'marc'], []),
};

/** Front matter of a bank. */
const bank: Notes = {
  title: note('Titre de la banque de questions.', 'Questions de la séance 1'),
};

export const frenchNotes: FileNotes = { course, cohort, module, bank };
