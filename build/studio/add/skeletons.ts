import en from './skeletons/en.json' with { type: 'json' };
import fr from './skeletons/fr.json' with { type: 'json' };

/** Returns the first lines of a type: a small example that works. A type without one gets an empty body. */
export function skeletonOf(type: string, language: 'fr' | 'en'): string {
  const lines: Readonly<Record<string, string>> = language === 'fr' ? fr : en;
  return lines[type] ?? `:::${type}{#${type}}\n…\n:::`;
}
