import type { z } from 'zod';
import type { Scoring } from '../../src/model/course/activity.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { Position } from '../diagnostics/diagnostics.ts';
import type { Person } from '../model/cover.ts';
import type { AnswerMark, Block, InnerLink, Node, PartText, ValidActivity, WrittenExpression } from '../model/source.ts';
import type { Given } from './attribute-types.ts';

/**
 * Attribute names arrive in camel case everywhere but in the schema itself: `min-words` is `minWords`
 * in the options that forms, checks, templates, scoring and runtime see.
 */

/** Input of a type's `check`: options with the body that its form read. */
export interface CheckContext {
  readonly at: Position;
  /** @param token marker of the part that is wrong; absent: the activity as a whole is */
  error(code: Code, values?: Record<string, string | number>, token?: string): void;
  warning(code: Code, values?: Record<string, string | number>): void;
}

/** An activity that another one names. */
export type NamedActivity = Pick<ValidActivity, 'type' | 'options'>;

/** Input of a type's `link`. */
export interface LinkContext {
  /** The activity of a name; undefined where there is none, or it doesn't give what is wanted: that is reported already. */
  named(name: string): NamedActivity | undefined;
  /** Registers a part, after those of the body, and returns the marker of its token. */
  part(part: PartText): string;
  error(code: Code, values?: Record<string, string | number>): void;
}

/** Export `definition` of a type's `type.ts`, made with `defineType`. */
export interface TypeSchema {
  readonly kind: 'activity' | 'block';
  /** A form of `build/stages/check/forms/`; `none` for `::name{…}` without a body. */
  readonly form: Form;
  /** The type's own attributes; the common ones (`points`, `attempts` …) are added. */
  readonly attributes: z.ZodObject;
  /** False: the frame has no « Vérifier » button, the type's runtime submits by itself. Default true. */
  readonly button?: boolean | ((options: Readonly<Record<string, unknown>>) => boolean);
  /** Directives allowed in the body: type names, or 'any'. Default none. */
  readonly contains?: readonly string[] | 'any';
  /** True: its template writes a heading of `level` before what each part holds. Default false: nothing stands between. */
  readonly titled?: boolean;
  /** True: it can't do without a question, and one that has none is reported. Default false. */
  readonly asks?: boolean;
  /** True where something is right or wrong: `points` is 1 by default. 'asked': only where an author writes `points`. Default false. */
  readonly scored?: boolean | 'asked' | ((options: Readonly<Record<string, unknown>>) => boolean);
  /** True if an answer is right or wrong as a whole, never partly: `:::after{when=partly}` is reported. Default false. */
  whole?(options: Readonly<Record<string, unknown>>): boolean;
  /** Checks that the form can't make: a choice without a right answer … */
  check?(options: Record<string, unknown>, context: CheckContext): void;
  /** Extent to which other activities may show its answers. 'words': they hold texts of the learner and nothing else. Default nothing. */
  readonly gives?: Given;
  /**
   * What the keyboard walk of the conformance suite types into its fields, by their kind. Default: words, and 12 where a number is asked for.
   * Only where these are refused: a time, a code.
   */
  readonly walk?: Readonly<Partial<Record<'text' | 'number' | 'textarea', string>>>;
  /** Members that follow from the activities that it names, once all modules are read. */
  link?(options: Readonly<Record<string, unknown>>, context: LinkContext): Record<string, unknown>;
}

/** A folder of `templates/`, ready to use. */
export interface ActivityType extends TypeSchema {
  readonly name: string;
  /** The Handlebars template, compiled. */
  readonly template: (data: object) => string;
  /** The same on paper; absent: the page's own markup will do. */
  readonly print?: (data: object) => string;
  readonly scoring?: Scoring;
  readonly strings: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>;
  readonly hasRuntime: boolean;
}

/** Options of which only some are known. */
export type Some<Known> = Known & Readonly<Record<string, unknown>>;

/** Services with which a body form reads. */
export interface FormContext<Options = Readonly<Record<string, unknown>>> {
  readonly at: Position;
  /** Name of the directive. */
  readonly name: string;
  /** Language of the course. */
  readonly lang: string;
  /** The type's attributes, as their schema parsed them. */
  readonly options: Options;
  /** Registers a part and returns the marker of its token. @param at where a check of the type reports what is wrong with it */
  part(part: PartText, at?: Position): string;
  /** Turns blocks into nodes, inner directives included (refused where the type does not contain them). */
  nodes(blocks: readonly Block[]): Node[];
  /** HTML of blocks that may hold no directive. */
  html(blocks: readonly Block[]): string;
  /** The questions of a bank that an attribute names; [] once it was reported. */
  bank(path: string): Node[];
  /** Registers a link to a part of the activity: no page has its name. */
  ownLink(link: InnerLink): void;
  /** Tests whether the course has this competency; reports one that it lacks. */
  competency(id: string, at: Position): boolean;
  /** Someone of the course, with an expression of their own in this place; null where the course doesn't have them, which is reported. */
  person(name: string, at: Position, expression?: WrittenExpression): Person | null;
  /** The marker of a pictogram; '' once it was reported that there is none. */
  pictogram(name: string, at: Position): string;
  error(code: Code, at: Position, values?: Record<string, string | number>): void;
}

/**
 * A way to write a body: each file of `build/stages/check/forms/` exports one under its own name.
 * @typeParam Options attributes that it reads
 */
export interface Form<Body extends object = object, Options = Readonly<Record<string, unknown>>> {
  /** Returns the members that the body adds to the options. */
  readonly read: (body: readonly Block[], context: FormContext<Options>) => Body;
  /** Marks that it leaves unread: they are reported. Default: all but boxes, which the others read or report themselves. */
  readonly leaves?: readonly AnswerMark['kind'][];
}
