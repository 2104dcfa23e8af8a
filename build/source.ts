import type { Html } from '../src/model/activity.ts';
import type { CompletionRule } from '../src/model/course.ts';
import type { Position } from './diagnostics.ts';

/** `{#id key key=word key="…"}` of a directive, a heading or an item. */
export interface Attributes {
  readonly id?: string;
  readonly at: Position;
  readonly entries: readonly Attribute[];
  /** A piece of it could not be read, which was reported: what seems to be missing may be there. */
  readonly isTorn?: true;
}

export interface Attribute {
  readonly key: string;
  /** `true` for a bare key. Plain text; variables are markers (see `markers.ts`). */
  readonly value: string | true;
  readonly at: Position;
}

/** Renders a span or block to HTML; `blank` says what stands for each `[[…]]`. */
export type Render = (blank?: (content: string) => Html) => Html;

/** Box of a choice or `[[…]]`: only some activities read them. */
export interface AnswerMark {
  /** `quoted-box`: in a quotation, which shows it as it is. `double-box`: a `[[ ]]` or `[[x]]` where LiaScript has a box. */
  readonly kind: 'box' | 'quoted-box' | 'blank' | 'double-box';
  readonly at: Position;
  /** Content of the brackets of a blank. */
  readonly text: string;
}

interface Placed {
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
      /** Alignment of each column; absent where all are at the start. */
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

/** A run of inline Markdown. `text` is plain and untouched by typography: what keys and the lock see. */
export interface Inline {
  readonly text: string;
  readonly html: Render;
  readonly at: Position;
}

/** `[…](#name)`: a page, or something that a form knows by that name. */
export interface InnerLink {
  readonly page: string;
  readonly at: Position;
}

/** A list item. `feedback` is the quote right under it. */
export interface Item extends Inline {
  readonly checked?: boolean;
  /** Where its line leads, where it is one link inside the module and nothing else; `html` is what stands in the link. */
  readonly link?: InnerLink & { readonly html: Render };
  readonly attributes?: Attributes;
  readonly feedback?: Render;
  /** Blocks under its first line: nested lists, further paragraphs. */
  readonly children: readonly Block[];
}

/** `:::name{…}` with its body, or `::name{…}` with none. */
export interface Directive {
  /** '' where none could be read, which was reported. */
  readonly name: string;
  readonly attributes: Attributes;
  readonly at: Position;
  /** Line of the file on which it ends. */
  readonly lastLine: number;
  /** Nothing closes it, which was reported: nobody knows what belongs to it. */
  readonly isUnclosed?: true;
  readonly body: readonly Block[];
}

/** What the lock must know of a part to find it again in a changed text. */
export interface PartText {
  /** Plain text of the source. */
  readonly text: string;
  /** The tick, where parts are right or wrong; a group's or target's text elsewhere. */
  readonly key?: string;
}

/** Something on a page. */
export type Node =
  | { readonly kind: 'prose'; readonly html: Html }
  | {
      readonly kind: 'block';
      readonly type: string;
      readonly options: Readonly<Record<string, unknown>>;
      readonly only?: readonly string[];
    }
  | { readonly kind: 'activity'; readonly activity: ValidActivity };

/** An activity after `validate`. Strings hold markers for variables, tokens and assets until `resolve`. */
export interface ValidActivity {
  readonly id: string;
  readonly type: string;
  readonly at: Position;
  /** Heading of its own, from `title="…"`. */
  readonly heading?: string;
  /** The question in plain words. */
  readonly title: string;
  readonly points: number;
  readonly attempts: number;
  readonly competencies: readonly string[];
  readonly required: boolean;
  readonly seenBy: 'trainer' | 'me';
  readonly only?: readonly string[];
  /** Attributes of the type, and its body as the form read it. `nodes` members hold inner nodes. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly after?: Html;
  /** Where links stand in it that lead to parts of it, not to pages. */
  readonly ownLinks?: readonly Position[];
  /** In the order of their token markers. */
  readonly parts: readonly PartText[];
}

/** An activity of another module that one of this module names. */
export interface OutsideName {
  /** Id of the one that names it. */
  readonly by: string;
  readonly module: string;
  readonly id: string;
}

export interface ValidPage {
  readonly id: string;
  readonly title: string;
  readonly at: Position;
  readonly only?: readonly string[];
  readonly nodes: readonly Node[];
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
  readonly pages: readonly ValidPage[];
  /** Notes of `:::trainer`, by page id. They never enter a learner's package. */
  readonly notes: Readonly<Record<string, readonly Html[]>>;
  /** What its activities name in other modules; absent until the modules are linked, and where it is nothing. */
  readonly outside?: readonly OutsideName[];
  /** Ids of activities that could not be read, which was reported: nobody knows whether they are there. */
  readonly unread?: readonly string[];
}
