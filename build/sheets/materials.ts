import { innerNodes } from '../model/inner-nodes.ts';
import { pathIn } from '../model/markers.ts';
import type { Node } from '../model/source.ts';
import type { ActivityType } from '../types/activity-type.ts';
import { DOCUMENTS, hasMeta } from '../types/attribute-types.ts';
import type { NotePart } from './note-parts.ts';
import { clipped, sentencesOf } from './sentences.ts';
import type { SheetStrings } from './sheet-strings.ts';

/** Words for material that a room needs, in both languages. Narrow on purpose: `tableau` alone may be a table on the screen. */
const MATERIAL = new RegExp(
  `(?<!\\p{L})(?:${[
    'bandelettes?',
    'papiers?',
    'une feuille',
    'feuilles',
    'une affiche',
    'affiches',
    'feutres?',
    'chaises?',
    'badges?',
    'ciseaux',
    'post-its?',
    'chronomètre',
    'minuteur',
    'vidéoprojecteur',
    'imprime[rz]',
    'photocopie[rz]?',
    'au mur',
    'au tableau',
    'sur la table',
    'flip ?chart',
    'paper',
    'posters?',
    'chairs?',
    'markers?',
    'pens?',
    'scissors',
    'sticky notes?',
    'stopwatch',
    'projector',
    'printed',
    'hand out',
    'on the wall',
    'on the board',
    'on the table',
  ].join('|')})(?!\\p{L})`,
  'iu',
);

/** Longest item that stays a whole sentence. */
const WHOLE = 64;

/** A thing to prepare, and the number of its page. */
export interface Material {
  readonly page: number;
  readonly text: string;
}

/** Finds the sentence that names material; of a long one the part that names it. */
function namedIn({ text }: NotePart): string[] {
  const sentence = sentencesOf(text).find((one) => MATERIAL.test(one));
  if (sentence === undefined) return [];
  const whole = sentence.replace(/[\s.]+$/, '');
  const part = whole.length > WHOLE ? whole.split(/(?:,|[\s\u00a0\u202f]?[;:])[\s\u00a0]+/).find((one) => MATERIAL.test(one)) : whole;
  const item = clipped((part ?? whole).replace(/\s*\([^)]*$/, ''), 90);
  return [item.charAt(0).toUpperCase() + item.slice(1)];
}

/** Lists what the notes of a page ask to prepare: what is labelled so, else material that they name for the room. */
export function notedMaterials(parts: readonly NotePart[]): string[] {
  const labelled = parts
    .filter(({ kind }) => kind === 'prepare')
    .map(({ text }) => clipped(sentencesOf(text)[0] ?? '', 120).replace(/\.$/, ''));
  const named = parts.filter(({ kind }) => kind !== 'prepare' && kind !== 'remote').flatMap(namedIn);
  return [...labelled, ...named];
}

type Types = ReadonlyMap<string, ActivityType>;

function openedBy({ attributes: { shape } }: ActivityType, options: Readonly<Record<string, unknown>>, strings: SheetStrings): string[] {
  const own = 'captions' in shape ? [strings.format('run.video')] : 'transcript' in shape ? [strings.format('run.sound')] : [];
  const files = Object.entries(shape).flatMap(([key, field]) => {
    const value = options[key];
    if (typeof value !== 'string' || value === '') return [];
    if (hasMeta(field, 'address')) return [strings.format('run.embed')];
    const isDocument = hasMeta(field, 'asset') && DOCUMENTS.some((ending) => pathIn(value).toLowerCase().endsWith(`.${ending}`));
    return isDocument ? [strings.format('run.document', { name: pathIn(value).split('/').at(-1) ?? '' })] : [];
  });
  return [...own, ...files];
}

/** Lists the media, documents and other sites of a page, which have to be opened once before the session. */
export function openedMaterials(nodes: readonly Node[], types: Types, strings: SheetStrings): string[] {
  const found = nodes.flatMap((node): string[] => {
    if (node.kind === 'prose') return [];
    const [name, options] = node.kind === 'block' ? [node.type, node.options] : [node.activity.type, node.activity.options];
    const type = types.get(name);
    return [...(type ? openedBy(type, options, strings) : []), ...openedMaterials(innerNodes(node), types, strings)];
  });
  return [...new Set(found)];
}
