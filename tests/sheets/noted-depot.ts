import { rames } from '../bad-input/depot-project.ts';

const BODY = `# Le quai {#quai}

Une rame attend {{chef}}.

:::trainer
**8 minutes.** À dire : « Regardez le feu », puis {{chef}} répond.
:::

:::choice{#feu competency=freiner points=2 attempts=3}
Quel feu ?

- [x] Vert
> C'est la **couleur** du départ.
- [ ] Rouge
> Il arrête tout.

:::after
Le modèle : on regarde avant de partir.
:::
:::

:::short-text{#mot answer="sablière / la sablière"}
Quelle boîte aide à freiner ?
:::

:::open-question{#carnet seen-by=me max-words=40}
Et pour vous ?
:::

# La nuit {#dehors}

:::accordion{#replis}
## Avant

On regarde.

:::choice{#dedans}
Est-ce dedans ?

- [x] Oui, dedans
- [ ] Non
:::

## Après

On part.
:::

:::choice{#soir only=soir}
Qui ferme ?

- [x] Le gardien
- [ ] Personne
:::

:::quiz{#bilan bank="banks/q.md" draw=2 points=1}
:::

:::trainer
**12 minutes** au plus.
:::
`;
const question = (id: string, competency: string): string =>
  `:::choice{#${id} competency=${competency}}\nQuestion ${id} ?\n\n- [x] Oui, ${id}\n- [ ] Non, ${id}\n:::\n`;
/** A session with notes, a bank and questions inside cards; another that draws from the same bank; a cohort. */
export const noted = {
  'nuit.md':
    '---\nid: nuit\ntitle: La nuit\ncompletion: visited\n---\n# Le soir {#le-soir}\n\n:::quiz{#bilan-2 bank="banks/q.md"}\n:::\n\n:::trainer\nBref.\n:::\n',
  ...rames(BODY),
  'course.yaml': `id: depot
title: Au dépôt
lang: fr
organisation: École du rail
competencies: [{ id: freiner, title: Freiner à temps }, { id: parler, title: Parler au public }]
variables: { chef: le chef, contact: bureau 12 }
modules: [rames, nuit]
`,
  'banks/q.md': `---\ntitle: Banque\n---\n\n${question('un', 'freiner')}\n${question('deux', 'freiner')}\n${question('trois', 'parler')}`,
  'cohorts/soir.yaml': 'title: Le soir\ntags: [soir]\nvariables: { chef: Mme Roy }\n',
};
