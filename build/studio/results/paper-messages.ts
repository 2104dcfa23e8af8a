/** From the page to the frame that shows a document. */
export type ToPaper = { readonly kind: 'show'; readonly html: string } | { readonly kind: 'print' };

/** From the frame to the page. `link`: a link to another document was used. */
export type FromPaper = { readonly kind: 'ready' } | { readonly kind: 'link'; readonly href: string };
