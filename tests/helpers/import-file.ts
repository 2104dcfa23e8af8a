import { strToU8 } from 'fflate';
import { type ImportAs, type Imported, type ImportedFile, Importer, type Receiver, type Unusable } from '../../build/exchange/import.ts';

/** Imports a file into an empty course. @param content text or bytes */
export function importFile(
  name: string,
  content: string | Uint8Array,
  as?: ImportAs,
  more: Partial<Receiver & Pick<ImportedFile, 'beside'>> = {},
): Promise<Imported | Unusable> {
  const { beside, ...receiver } = more;
  const importer = new Importer({ lang: 'fr', ids: [], competencies: [], isTaken: () => false, ...receiver });
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return importer.take({ name, bytes, ...(beside && { beside }) }, as);
}

/** Does the same for a file that can be imported. @throws if it can't */
export async function imported(...call: Parameters<typeof importFile>): Promise<Imported & { text(path: string): string }> {
  const result = await importFile(...call);
  if ('fault' in result) throw new Error(JSON.stringify(result.fault));
  const text = (path: string): string => {
    const data = result.files.find((file) => file.path === path)?.data;
    if (typeof data !== 'string') throw new Error(`${path} is not among ${result.files.map((file) => file.path).join(', ')}`);
    return data;
  };
  return { ...result, text };
}
