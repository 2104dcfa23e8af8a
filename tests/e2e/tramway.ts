import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackages } from '../helpers/build-packages.ts';

const COURSE = `id: tramway
title: La ligne 7
lang: fr
competencies:
  - { id: freiner, title: Freiner à temps }
modules: [rames]
pace: page
`;

const HEAD = `---
id: rames
title: Les rames
duration: 10min
competencies: [freiner]
completion: activities
pass: 60
---
`;

/** Activities of the module, to be put into a text of one's own. */
export const parts = {
  brake: `:::choice{#q-frein competency=freiner}
Que vérifie-t-on avant de sortir une rame ?

- [x] Les freins
> Oui : c'est le premier essai du matin.
- [ ] Les affiches
> Elles peuvent attendre.
- [ ] La radio du voisin
> Elle n'est pas à bord.
:::`,
  story: `:::open-question{#o-panne max-characters=9000}
Racontez une panne.
:::`,
  light: `:::choice{#q-feu competency=freiner}
Le feu du carrefour reste au rouge. Que faites-vous ?

- [x] J'appelle la régulation
> Oui : elle seule peut autoriser le passage.
- [ ] Je passe au pas
> Jamais sans autorisation.
:::`,
} as const;

/** The module as it is first built. */
export const FIRST = `# Au dépôt {#depot}

${parts.brake}

${parts.story}

# En ligne {#ligne}

${parts.light}
`;

/** A course of one small module, in a folder of its own; it can be built again with another text. */
export interface Tramway {
  /**
   * Builds the module with this body.
   * @param bank text of `banks/fonds.md`
   * @returns path of the zip
   */
  build(body?: string, bank?: string): string;
  /** Path of its lock. */
  readonly lock: string;
}

/** @param target of the packages */
export function tramway(target: string): Tramway {
  const project = mkdtempSync(join(tmpdir(), 'cartable-tramway-'));
  const course = join(project, 'modules/tramway');
  mkdirSync(join(course, 'banks'), { recursive: true });
  writeFileSync(join(course, 'course.yaml'), COURSE);
  return {
    lock: join(course, 'course.lock.yaml'),
    build(body = FIRST, bank = '') {
      if (bank) writeFileSync(join(course, 'banks/fonds.md'), bank);
      writeFileSync(join(course, 'rames.md'), HEAD + body);
      return join(buildPackages(project, '--target', target, '--no-course'), `tramway/rames.${target}.zip`);
    },
  };
}
