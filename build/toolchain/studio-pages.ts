/** Style elements that the editor adds carry this nonce; scripts never do. */
export const STYLE_NONCE = 'editor';

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${STYLE_NONCE}'`,
  "worker-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Policy of the empty page around what plays a course. The sandbox in it, of opaque origin, takes this policy over. */
const FRAME_POLICY = [
  "default-src 'none'",
  "script-src blob: 'unsafe-inline'",
  "style-src blob: 'unsafe-inline'",
  'img-src blob: data:',
  'media-src blob:',
  'font-src blob: data:',
  'frame-src https:',
  "form-action 'none'",
];

/** The same around finished documents, such as a report; a document may be stricter. */
const PAPER_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
];

function metaPolicy(policy: readonly string[]): string {
  return `<meta http-equiv="content-security-policy" content="${policy.join('; ')}">`;
}

/** Makes the entry page. @param settings read by its script */
export function studioPage(script: string, style: string, settings: object): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
${metaPolicy(PAGE_POLICY)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="cartable" content="${JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">
<title>Cartable Studio</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
</head>
<body>
<div id="app"><p class="boot" id="boot">Cartable Studio se charge…<br><span lang="en">If you opened this page from your disk: it needs a web address (https), or the command “cartable studio”.</span><br>Si vous avez ouvert cette page depuis votre disque : il lui faut une adresse web (https), ou la commande « cartable studio ».</p></div>
<noscript><p class="boot">Cartable Studio a besoin de JavaScript. <span lang="en">Cartable Studio needs JavaScript.</span></p></noscript>
</body>
</html>
`;
}

/** Makes an empty page of the studio, for the sandbox in it. */
function emptyPage(policy: readonly string[]): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
${metaPolicy(policy)}
<title>Cartable</title>
</head>
<body></body>
</html>
`;
}

/** Makes the page around what plays a course. */
export function framePage(): string {
  return emptyPage(FRAME_POLICY);
}

/** Makes the page around finished documents. */
export function paperPage(): string {
  return emptyPage(PAPER_POLICY);
}
