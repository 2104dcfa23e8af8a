import * as z from 'zod';
import { file, sentence } from '../../build/attribute-types.ts';
import { DOCUMENTS } from '../../build/file-kind.ts';

export const kind = 'block';
export const form = 'none';

export const options = z.object({
  src: file('src=assets/grille.pdf', 'src=assets/checklist.pdf', DOCUMENTS),
  title: sentence('title="La grille d’observation"', 'title="The observation checklist"'),
});
