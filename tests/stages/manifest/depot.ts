import type { ManifestInput, Sco } from '../../../build/model/built.ts';

export const EDITIONS = ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const;

const TITLES = ['Ouvrir le dépôt', 'Freins & sablage', 'Sortie de secours'];

function sco(id: string, title: string): Sco {
  return { id, title, href: `${id}/index.html`, files: [`${id}/index.html`, `${id}/content.js`], competencies: [] };
}

/** A course of the tram depot: one SCO a session. */
export function depot(target: ManifestInput['target'], ids = ['ouvrir', 'freins', 'secours']): ManifestInput {
  return {
    target,
    id: 'depot-de-tram',
    title: 'Le dépôt de tram',
    scos: ids.map((id, index) => sco(id, TITLES[index] ?? id)),
    shared: ['style.css', 'runtime.js', 'assets/plan-du-depot.svg'],
  };
}

/** The same, as one session in a package of its own. */
export function oneSession(target: ManifestInput['target'], title = 'Freins & sablage'): ManifestInput {
  const session = { id: 'freins', title, href: 'index.html', files: ['content.js', 'index.html'], competencies: [] };
  return { target, id: 'depot-de-tram.freins.equipe-de-nuit', title, scos: [session], shared: ['runtime.js', 'style.css'] };
}
