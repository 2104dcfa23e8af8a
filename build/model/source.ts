import type { AfterCase, Html } from '../../src/model/course/activity.ts';
import type { Band, CompletionRule } from '../../src/model/course/course.ts';
import type { Position } from '../diagnostics/diagnostics.ts';
import type { Cover, Pace } from './cover.ts';

/** `{#id key key=word key="…"}` of a directive, a heading or an item. */
export interface Attributes {
  readonly id?: string;
  readonly at: Position;
  readonly entries: readonly Attribute[];
  /** A part could not be read, which was reported: values that seem missing may be there. */
  readonly isTorn?: true;
}

export interface Attribute {
  readonly key: string;
  /** `true` for a bare key. Plain text; variables are markers (see `markers.ts`). */
  readonly value: string | true;
  readonly at: Position;
}

/** Renders a span or block to HTML; `blank` gives the replacement of each `[[…]]`. */
export type Render = (blank?: (content: string) => Html) => Html;

/** Box of a choice or `[[…]]`: only some activities read them. */
export interface AnswerMark {
  /** `quoted-box`: in a quotation, which shows it unchanged. `double-box`: `[[ ]]` or `[[x]]`, a box in LiaScript. */
  readonly kind: 'box' | 'quoted-box' | 'blank' | 'double-box';
  readonly at: Position;
  /** Content of the brackets of a blank. */
  readonly text: string;
}

/** Names of the cohorts that get something, '' for the version without a cohort; absent: all get it. */
interface ForCohorts {
  readonly cohorts?: readonly string[];
}

interface Placed extends ForCohorts {
  readonly at: Position;
  /** First mark of each kind in the block, at any depth. */
  readonly marks?: readonly AnswerMark[];
}

/** A piece of a Markdown body, read once by the parser; forms and pages are made of these. */
export type Block =
  | (Placed & {
      readonly kind: 'heading';
      readonly level: number;
      readonly title: Inline;
      readonly second?: Inline;
      readonly attributes?: Attributes;
      readonly html: Render;
    })
  | (Placed & {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly Item[];
      readonly html: Render;
    })
  | (Placed & {
      readonly kind: 'quote';
      readonly touching: boolean;
      /** `> [!NOTE]`, shown as a callout. */
      readonly isAlert?: true;
      readonly text: string;
      readonly html: Render;
      readonly inner: Render;
    })
  | (Placed & {
      readonly kind: 'table';
      /** Alignment of each column; absent if all are at the start. */
      readonly aligns?: readonly ('' | 'center' | 'right')[];
      readonly header: readonly Inline[];
      readonly rows: readonly (readonly Inline[])[];
      readonly html: Render;
    })
  | (Placed & {
      readonly kind: 'prose';
      readonly text: string;
      readonly picture?: { readonly src: string; readonly alt: string };
      readonly html: Render;
    })
  | (Placed & { readonly kind: 'directive'; readonly directive: Directive });

/** A run of inline Markdown. `text` is plain and without typography: keys and the lock use it. */
export interface Inline {
  readonly text: string;
  readonly html: Render;
  readonly at: Position;
}

/** `[…](#name)`: a page, or an item that a form knows by that name. */
export interface InnerLink {
  readonly page: string;
  readonly at: Position;
}

/** A list item. `feedback` is the quote directly below it. */
export interface Item extends Inline {
  /** Its first line as it was written, without box and attributes. */
  readonly source: string;
  readonly checked?: boolean;
  /** Target, if its line is only one link inside the module; `html` is the content of the link. */
  readonly link?: InnerLink & { readonly html: Render };
  readonly attributes?: Attributes;
  readonly feedback?: Render;
  /** Blocks below its first line: nested lists, further paragraphs. */
  readonly children: readonly Block[];
}

/** `:::name{…}` with its body, or `::name{…}` with none. */
export interface Directive {
  /** '' if none could be read, which was reported. */
  readonly name: string;
  readonly attributes: Attributes;
  readonly at: Position;
  /** Line of the file where it ends. */
  readonly lastLine: number;
  /** It isn't closed, which was reported: its content is unknown. */
  readonly isUnclosed?: true;
  readonly body: readonly Block[];
}

/** Data by which the lock finds a part again in a changed text. */
export interface PartText {
  /** Plain text of the source. */
  readonly text: string;
  /** The tick, if parts are right or wrong; otherwise a group's or target's text. */
  readonly key?: string;
}

/** Medium that shows a block: handout and guide only, or the screen only. */
export type Medium = 'paper' | 'screen';

/** An activity or block on a page. */
export type Node =
  | (ForCohorts & { readonly kind: 'prose'; readonly html: Html })
  | (ForCohorts & {
      readonly kind: 'block';
      readonly type: string;
      readonly options: Readonly<Record<string, unknown>>;
      /** Tags of cohorts; the medium is separate. */
      readonly only?: readonly string[];
      readonly medium?: Medium;
    })
  | { readonly kind: 'activity'; readonly activity: ValidActivity };

/** An activity after `validate`. Strings contain markers for variables, tokens and assets until `resolve`. */
export interface ValidActivity {
  readonly id: string;
  readonly type: string;
  readonly at: Position;
  /** Its own heading, from `title="…"`. */
  readonly heading?: string;
  /** The question in plain words. */
  readonly title: string;
  readonly points: number;
  readonly attempts: number;
  readonly competencies: readonly string[];
  readonly required: boolean;
  readonly seenBy: 'trainer' | 'me';
  readonly only?: readonly string[];
  /** Attributes of the type, and its body as the form read it. `nodes` members contain inner nodes. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly after?: Html;
  /** Content that depends on the outcome. */
  readonly cases?: readonly AfterCase[];
  /** Positions of links to its own parts, not to pages. */
  readonly ownLinks?: readonly Position[];
  /** In the order of their token markers. */
  readonly parts: readonly PartText[];
}

/** An activity of another module that one of this module names. */
export interface OutsideName {
  /** Id of the activity that names it. */
  readonly by: string;
  readonly module: string;
  readonly id: string;
}

export interface ValidPage {
  readonly id: string;
  readonly title: string;
  /** The marker of its pictogram. */
  readonly icon?: string;
  readonly at: Position;
  readonly only?: readonly string[];
  /** It goes further than the session asks for: it comes after the others, and nothing in it is required by default. */
  readonly further?: true;
  readonly nodes: readonly Node[];
}

/** A word for a face's expression, and where it stands. */
export interface WrittenExpression {
  readonly word: string;
  readonly at: Position;
}

/** A module after `validate`: plain data, nothing of the parser left. */
export interface ValidModule {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly minutes: number;
  readonly competencies: readonly string[];
  readonly completion: CompletionRule;
  readonly pass?: number;
  readonly onFail: 'incomplete' | 'failed';
  readonly pace: Pace;
  /** Texts for its score, the highest first. */
  readonly bands: readonly Band[];
  readonly cover: Cover;
  /** It has a certificate, shown once it is completed. */
  readonly certificate: boolean;
  readonly pages: readonly ValidPage[];
  /** Notes of `:::trainer`, by page id. They never enter a learner's package. */
  readonly notes: Readonly<Record<string, readonly Html[]>>;
  /** References of its activities to other modules; absent before `link`, and if there are none. */
  readonly outside?: readonly OutsideName[];
  /** Ids of activities that could not be read, which was reported: references to them can't be checked. */
  readonly unread?: readonly string[];
}

/** An id and its position. */
export type PlacedId = readonly [id: string, at: Position];

/** `{{name}}` in a text, to be checked against the course's variables. */
export interface VariableUse {
  readonly name: string;
  readonly at: Position;
  /** A brace is missing, provided that the name is a variable. */
  readonly less?: true;
}
