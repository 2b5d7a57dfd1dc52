import { html } from 'hono/html';

/** The API browser; its script is a static file of our own, so nothing is loaded from elsewhere. */
export const docsPage = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Sidelog API</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/docs/openapi-explorer.min.js"></script>
  </head>
  <body>
    <openapi-explorer spec-url="/api/v1/openapi.json" hide-console></openapi-explorer>
  </body>
</html>`;

// The explorer writes its own styles into its shadow root.
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
