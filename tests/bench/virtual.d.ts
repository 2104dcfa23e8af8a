/** Made by `bare-program.ts`: the templates, compiled as for the program, and their French labels. */
declare module 'virtual:bare-templates' {
  interface TypeTemplate {
    readonly template: object;
    readonly t: Readonly<Record<string, string>>;
  }
  export const page: object;
  export const frame: object;
  export const labels: Readonly<Record<string, string>>;
  export const types: Readonly<Record<string, TypeTemplate>>;
}
