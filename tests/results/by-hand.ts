const ATELIER =
  "Lors de mon stage au CCAS de Saint-Étienne, j'ai participé à une réunion avec le bailleur et l'association « Les Restos » : nous avons écrit ensemble le calendrier de l'atelier « énergie » (6 séances, 12 familles ; budget 1 200 €), puis chacun est reparti avec ses tâches. Ce qui m'a frappée : l'association a refusé une date, et tout le monde a accepté de la changer. C'est là que j'ai compris que l'égalité n'est pas";
const PLUSIEURS =
  "Un partenariat, c'est quand plusieurs structures différentes s'engagent ensemble, à égalité, sur un projet commun qu'aucune ne pourrait mener seule.\nChacune apporte quelque chose : du temps, un lieu, de l'argent, une compétence.";

/** Answers of learners 2 and 3, as Moodle shows them, looked up in the session's text by hand. `null`: not answered. */
export const byHand = [
  ['Bruno Chevalier', 's1-premiere-definition', "Je ne sais pas trop, mais je dirais travailler ensemble avec d'autres.", 'none'],
  [
    'Bruno Chevalier',
    's1-coup-oeil',
    'Nadia téléphone à une ancienne camarade de promotion, qui lui explique pas à pas comment relancer un dossier bloqué.',
    'wrong',
  ],
  [
    'Bruno Chevalier',
    's1-lois-ordre',
    'Rénovation de l’action sociale et médico-sociale → Égalité des droits et des chances, participation et citoyenneté des personnes handicapées → Décentralisation de l’action sociale',
    'wrong',
  ],
  ['Bruno Chevalier', 's1-suite-de-phrase', '« Elle ouvre le mardi et le jeudi, dans des locaux rénovés l’an dernier. »', 'wrong'],
  ['Bruno Chevalier', 's1-definition-trous.b', 'cotisation', 'wrong'],
  ['Bruno Chevalier', 's1-vf-definition.a', 'faux', 'wrong'],
  ['Bruno Chevalier', 's1-vf-definition.b', 'vrai', 'wrong'],
  [
    'Bruno Chevalier',
    's1-cas-descriptions',
    'La table du jeudi → Institutionnel, avec une convention | Le relais budget → Informel, entre professionnels de terrain | Le plan logement → Informel, entre professionnels de terrain',
    'wrong',
  ],
  ['Bruno Chevalier', 's1-fait-egalite', "On a prêté la salle ; eux ont animé l'atelier.", 'none'],
  ['Bruno Chevalier', 's1-ma-definition', `Je ne sais pas trop, mais je dirais travailler ensemble avec d'autres. ${ATELIER}`, 'none'],
  ['Bruno Chevalier', 'b1-elements-cas', 'Une convention signée | Une hiérarchie entre les deux', 'wrong'],
  ['Bruno Chevalier', 'b1-annee-decentralisation', '-9999', 'wrong'],
  ['Bruno Chevalier', 'b1-donc', null, ''],
  ['Bruno Chevalier', 's1-position.h', 'je peux le prouver', 'none'],
  ['Chloé Durand', 's1-premiere-definition', PLUSIEURS, 'none'],
  [
    'Chloé Durand',
    's1-coup-oeil',
    'Le bailleur prête un appartement, le centre social anime : ils montent ensemble un atelier sur l’énergie.',
    'right',
  ],
  [
    'Chloé Durand',
    's1-lois-ordre',
    'Décentralisation de l’action sociale → Rénovation de l’action sociale et médico-sociale → Égalité des droits et des chances, participation et citoyenneté des personnes handicapées',
    'right',
  ],
  ['Chloé Durand', 's1-definition-trous.a', 'coopération', 'right'],
  ['Chloé Durand', 's1-vf-definition.d', 'vrai', 'right'],
  ['Chloé Durand', 's1-manque-deux', 'La relation : le projet appartient à une seule, et l’autre obéit.', 'right'],
  ['Chloé Durand', 's1-phrases-principes', null, ''],
  ['Chloé Durand', 's1-ecart', null, ''],
  ['Chloé Durand', 's1-position.e', 'je sais dire de quoi il s’agit', 'none'],
  ['Chloé Durand', 's1-position-fin.e', null, ''],
].map(([name, id, words, verdict]) => ({ name: name ?? '', id: id ?? '', words: words ?? null, verdict }));
