/** A session of a quarter of an hour, in French. */
export const FRENCH_QUARTER = `---
id: seance-1
title: "Séance 1 : Un rendez-vous"
duration: 15min
completion: activities
lead: Une scène, une question, trois cartes à classer. Remplacez ces mots par les vôtres.
---

# La scène {#la-scene icon=speech-balloon}

:::scene{place="À la permanence, mardi, 9 h" tone=warm}
Monsieur Bruno pose une enveloppe ouverte sur la table.

## bruno {expression=tired}
Ils me coupent l’électricité vendredi. Je ne sais pas par où commencer.

## amina
Commençons par lire la lettre ensemble.
:::

:::choice{#premier-geste}
Que fait Amina d’abord ?

- [ ] Elle appelle le fournisseur sans attendre.
> Pas encore : elle ne sait pas ce que Monsieur Bruno a déjà tenté.
- [x] Elle demande ce qui s’est passé depuis la dernière facture.
> Oui : comprendre la situation permet de choisir la bonne démarche.
- [ ] Elle remplit une demande d’aide financière.
> Peut-être plus tard. Une aide se demande quand le besoin est clair.
:::

# À vous de classer {#a-classer icon=card-index-dividers}

Trois démarches sont possibles. Lesquelles sont urgentes ?

:::categorize{#urgent-ou-non}
Classez chaque carte.

## Avant vendredi
- Demander un délai de paiement au fournisseur
- Signaler la situation au fonds de solidarité logement

## La semaine prochaine
- Revoir le budget du mois
:::

:::keep{icon=light-bulb}
- **Lire** ensemble ce qui fait peur.
- **Comprendre** avant d’agir.
- **Trier** ce qui presse et ce qui peut attendre.
:::
`;
