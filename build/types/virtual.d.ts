/** Made by `build/toolchain/registry.ts` from the folders of `templates/`. */
declare module 'virtual:cartable-types' {
  interface TypeFolder {
    readonly name: string;
    readonly definition: import('./activity-type.ts').TypeSchema;
    readonly scoring: import('../../src/model/course/activity.ts').Scoring | null;
    readonly strings: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>;
    /** Precompiled Handlebars. */
    readonly template: object;
    /** The same of `print.hbs`: the type on paper. Null: as on screen. */
    readonly print: object | null;
    readonly hasRuntime: boolean;
  }
  export const folders: readonly TypeFolder[];
  export const shell: Readonly<Record<'page' | 'activity', object>>;
  export const shellStrings: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>;
  /** Name → inside of its `<svg>`, 24 × 24. */
  export const icons: Readonly<Record<string, string>>;
}

/** Made by the same file. */
declare module 'virtual:cartable-papers' {
  export const sheets: Readonly<
    Record<'depot' | 'paper' | 'question' | 'card' | 'overview' | 'key' | 'conductor' | 'brief' | 'changes', object>
  >;
  /** Pages of `report` and `verify`: precompiled templates, and the texts that they carry. */
  export const reports: {
    readonly templates: Readonly<Record<'bilan' | 'releve' | 'verdict', object>>;
    readonly css: string;
    /** Rules that only the page of `verify` needs. */
    readonly verdictCss: string;
    readonly script: string;
    readonly policy: string;
  };
}
