// Stands in for `zod/v4/core` in the deployed bundle (wrangler.toml, [alias]): the OpenAPI document needs this one
// function of it, and a dynamic import of the whole brings every language of zod's messages along (75 KB gzip).
export { toJSONSchema } from 'zod';
