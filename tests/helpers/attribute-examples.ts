import type { z } from 'zod';

/** Reads `key="value"`, `key=value` or a bare `key`. */
function pairOf(example: string): readonly [string, string | true] {
  const [, key = '', quoted, plain] = /^([a-z-]+)(?:=(?:"(.*)"|(\S+)))?$/s.exec(example) ?? [];
  return [key, quoted ?? plain ?? true];
}

/**
 * Lists the examples of attributes, in both languages, that an author couldn't copy: they name another attribute, or it refuses them.
 * A flag may be written bare, a word alone.
 */
export function uselessExamples({ attributes }: { readonly attributes: z.ZodObject }): string[] {
  return Object.entries(attributes.shape).flatMap(([name, field]) => {
    const metaOf = (one: z.ZodType | undefined): Readonly<Record<string, unknown>> =>
      one === undefined ? {} : { ...metaOf((one.def as { innerType?: z.ZodType }).innerType), ...one.meta() };
    const { example, english = example } = metaOf(field as z.ZodType);
    return [example, english].map(String).filter((written) => {
      const [key, value] = pairOf(written);
      const isAccepted = (given: unknown): boolean => (field as z.ZodType).safeParse(given).success;
      // The example of a word is the word itself.
      return !(key === name ? isAccepted(value) : value === true && isAccepted(key));
    });
  });
}
