/** A session with a quiz and a pass mark, in French. */
export const FRENCH_TRAINING = `---
id: seance-1
title: "Séance 1 : Accueillir et garder le secret"
duration: 30min
competencies: [accueillir, proteger]
completion: activities
pass: 60
lead: Une courte leçon, puis quatre questions tirées d’une banque. Il faut 60 % pour réussir.
---

# Le premier accueil {#premier-accueil icon=handshake}

Accueillir, c’est d’abord laisser la personne dire pourquoi elle vient. Les papiers attendent.

:::open-question{#votre-accueil min-words=5 max-words=60 seen-by=me}
Avec quels mots accueillez-vous quelqu’un que vous ne connaissez pas ?
:::

:::order{#dans-quel-ordre competency=accueillir}
Mettez les étapes dans l’ordre.

1. Saluer et se présenter
2. Demander ce qui amène la personne
3. Reformuler ce que l’on a compris
4. Dire ce qui va suivre
:::

# Ce qui reste entre nous {#entre-nous icon=locked}

Le secret professionnel protège la personne. Un partage d’informations est possible, à des conditions précises.

:::matching{#partager-ou-non competency=proteger}
Que faites-vous de chaque demande ?

| demande | réponse |
|---|---|
| Un voisin veut savoir si elle est suivie. | Ne rien dire, pas même que l’on se connaît |
| Une collègue prend le relais du suivi. | Transmettre l’utile, après l’avoir annoncé à la personne |
| La personne veut lire son dossier. | Organiser la consultation avec elle |
:::

# Faites le point {#bilan icon=check-mark-button}

Quatre questions sont tirées au sort. Vous avez deux essais.

::quiz{#quiz-final bank="banks/questions.md" draw=4 shuffle attempts=2}
`;

/** The bank that the quiz draws from. */
export const FRENCH_BANK = `---
title: "Questions de la séance 1"
---

:::choice{#q-premier-mot competency=accueillir}
Une personne entre, très agitée. Que dites-vous d’abord ?

- [ ] « Avez-vous une pièce d’identité ? »
> La démarche peut attendre une minute.
- [x] « Bonjour, asseyez-vous. Que se passe-t-il ? »
> Oui : elle est reçue avant d’être enregistrée.
- [ ] « Il fallait prendre rendez-vous. »
> C’est peut-être vrai, mais cela ferme la porte.
:::

:::choice{#q-reformuler competency=accueillir}
À quoi sert la reformulation ?

- [x] À vérifier que l’on a bien compris
> Oui : la personne peut corriger.
- [ ] À gagner du temps
> Elle en prend un peu, et elle en vaut la peine.
- [ ] À donner son avis
> Non : reformuler n’ajoute rien.
:::

:::true-false{#q-secret competency=proteger}
- [x] Dire à un proche qu’une personne est suivie peut déjà rompre le secret.
> Vrai : le fait même d’être suivi en fait partie.
- [ ] Le secret professionnel s’arrête à la fin du suivi.
> Faux : il continue après.
:::

:::choice{#q-reunion competency=proteger}
En réunion, un partenaire demande des détails sur la santé d’une personne. Que faites-vous ?

- [ ] Vous répondez : tous sont tenus au secret.
> Chacun ne reçoit que ce qui est utile à sa mission.
- [x] Vous dites ce qui est utile à l’action commune, et rien de plus.
> Oui : le partage se limite au nécessaire.
- [ ] Vous quittez la réunion.
> Ce n’est pas nécessaire : vous pouvez poser la limite.
:::

:::short-text{#q-mot-cle competency=proteger answer="accord / son accord / consentement / son consentement"}
Que recueille-t-on auprès de la personne avant de transmettre une information à un partenaire ?
:::
`;
