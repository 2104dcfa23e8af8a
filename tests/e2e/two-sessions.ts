import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackages } from '../helpers/build-packages.ts';

const COURSE = `id: tramway
title: La ligne 7
lang: fr
organisation: Le dépôt
competencies:
  - { id: freiner, title: Freiner à temps }
modules: [matin, soir]
pace: page
`;

const head = (id: string, title: string): string => `---\nid: ${id}\ntitle: "${title}"\ncompletion: activities\n---\n\n`;

const MORNING = `# Au dépôt {#depot}

:::open-question{#o-panne title="Votre panne" max-characters=600}
Qu'est-ce qu'une panne, pour vous ?
:::

# En ligne {#ligne}

:::scale{#e-matin levels="jamais; parfois; souvent"}
Que faites-vous seul ?

- Freiner {competency=freiner}
- Sonner
:::

:::open-question{#o-secret seen-by=me max-characters=100}
Un mot que personne d'autre ne demande.
:::
`;

/** The evening: its first page recalls the morning, its last one sums up. */
export const EVENING = `# Au retour {#retour}

:::open-question{#o-reprise title="Ce soir" recall="matin/o-panne" max-characters=300}
Qu'en dites-vous ce soir ?
:::

# Bilan {#bilan}

::scale{#e-soir again="matin/e-matin"}

:::recap{#recap words="o-reprise" before-after="matin/e-matin; e-soir" proof certificate}
## La panne {of="matin/o-panne"}

Un arrêt que personne n'avait prévu.
:::
`;

/**
 * Builds a course of two sessions that show answers of each other.
 * @param target of the packages
 * @returns path of a session's zip by its id
 */
export function twoSessions(target: string, evening = EVENING): (id: 'matin' | 'soir') => string {
  const project = mkdtempSync(join(tmpdir(), 'cartable-sessions-'));
  const course = join(project, 'modules/tramway');
  mkdirSync(course, { recursive: true });
  writeFileSync(join(course, 'course.yaml'), COURSE);
  writeFileSync(join(course, 'matin.md'), head('matin', 'Le matin') + MORNING);
  writeFileSync(join(course, 'soir.md'), head('soir', 'Le soir') + evening);
  const out = buildPackages(project, '--target', target, '--no-course');
  return (id) => join(out, `tramway/${id}.${target}.zip`);
}
