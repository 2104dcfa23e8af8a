import type { z } from 'zod';
import type { CheckContext, Form, LinkContext, TypeSchema } from './activity-type.ts';
import type { InMarkup } from './in-markup.ts';

/** One object type in the place of several that are joined. */
type Flat<Members> = { readonly [Key in keyof Members]: Members[Key] };

/** `min-words` → `minWords`, as `camelCase` does it. */
type Camel<Key> = Key extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Key;

type Camelled<Values> = { readonly [Key in keyof Values as Camel<Key>]: Exclude<Values[Key], undefined> };

/** Attributes as the options have them. Without any, zod infers a record of `never`. */
type ReadAttributes<Attributes extends z.ZodObject> = keyof Attributes['shape'] extends never
  ? Record<never, never>
  : Camelled<z.output<Attributes>>;

/** Attributes and body together; a member of the body takes the place of an attribute of the same name. */
type AllOptions<Attributes extends z.ZodObject, Body> = Flat<Omit<ReadAttributes<Attributes>, keyof Body> & Body>;

/** A question of a composed activity, as scoring and runtime know it. */
export interface DrawnQuestion {
  /** Lock number. */
  readonly n: number;
  readonly competencies: readonly string[];
  readonly points: number;
}

/** Options that `resolve` keeps for scripts (`slim-options.ts`). */
type Slim<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly unknown[]
    ? { readonly [Index in keyof Value]: Slim<Value[Index]> }
    : { readonly [Key in keyof Value as Exclude<Key, InMarkup>]: Key extends 'questions' ? readonly DrawnQuestion[] : Slim<Value[Key]> };

/** Definition in a type's `type.ts`; `TypeSchema` explains the members. Options are inferred from `attributes` and `form`. */
interface Definition<Attributes extends z.ZodObject, Body extends object, Linked extends object>
  extends Omit<TypeSchema, 'form' | 'attributes' | 'button' | 'scored' | 'whole' | 'check' | 'link'> {
  readonly form: Form<Body, ReadAttributes<Attributes>>;
  readonly attributes: Attributes;
  readonly button?: boolean | ((options: AllOptions<Attributes, Body>) => boolean);
  readonly scored?: boolean | 'asked' | ((options: AllOptions<Attributes, Body>) => boolean);
  whole?(options: AllOptions<Attributes, Body>): boolean;
  check?(options: AllOptions<Attributes, Body>, context: CheckContext): void;
  link?(options: AllOptions<Attributes, Body>, context: LinkContext): Linked;
}

/** A type whose options the compiler knows. */
export interface DefinedType<Options> extends TypeSchema {
  /** Never there: it carries the type of the options. */
  readonly _options?: Options;
}

/**
 * Options of a type as its `scoring.ts` and `runtime.ts` get them: attributes in camel case, the body that its form read, and what
 * `link` adds; without what only the markup holds.
 */
export type OptionsOf<Type extends DefinedType<unknown>> = NonNullable<Type['_options']>;

/** Checks a type's definition against its form and attributes. */
export function defineType<Attributes extends z.ZodObject, Body extends object, Linked extends object = Record<never, never>>(
  definition: Definition<Attributes, Body, Linked>,
): DefinedType<Slim<Flat<AllOptions<Attributes, Body> & Partial<Linked>>>> {
  // From here on nobody knows which options a type has: each gets those that its own form and attributes have read.
  return definition as unknown as TypeSchema;
}
