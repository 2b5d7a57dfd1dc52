import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { openAPIRouteHandler } from 'hono-openapi';
import { accountRoutes } from './accounts/routes.ts';
import { activityRoutes, undoRoutes } from './activities/routes.ts';
import { localRoutes, sessionRoutes } from './auth/routes.ts';
import { signedIn } from './auth/signed-in.ts';
import { contactRoutes } from './contacts/routes.ts';
import { contextRoutes } from './context-panel/routes.ts';
import { DOCS_POLICY, docsPage } from './docs/page.ts';
import { duplicateRoutes } from './duplicates/routes.ts';
import type { AppEnv } from './env.ts';
import { ServiceError } from './errors.ts';
import { healthRoutes } from './health/routes.ts';
import { leadRoutes } from './leads/routes.ts';
import { knownClient } from './meta/known-client.ts';
import { metaRoutes } from './meta/routes.ts';
import { SERVER_VERSION } from './meta/service.ts';
import { onError, onNotFound } from './on-error.ts';
import { accountOpportunityRoutes, opportunityRoutes } from './opportunities/routes.ts';
import { pipelineRoutes } from './pipelines/routes.ts';
import { requestLog } from './request-log.ts';
import { scheduled } from './scheduled.ts';
import { searchRoutes } from './search/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { threadRoutes } from './threads/routes.ts';
import { todayRoutes } from './today/routes.ts';
import { jsonOnly } from './validate.ts';

const MAX_BODY = 512 * 1024;

/** Every route, in one chain: the extension's client is typed by it. */
const api = new Hono<AppEnv>()
  .route('/healthz', healthRoutes)
  .route('/api/v1/meta', metaRoutes)
  .use('/api/v1/*', knownClient, jsonOnly)
  .route('/api/v1/local', localRoutes)
  .use('/api/v1/*', signedIn)
  .route('/api/v1', sessionRoutes)
  .route('/api/v1/pipelines', pipelineRoutes)
  .route('/api/v1/accounts', accountRoutes)
  .route('/api/v1/accounts', accountOpportunityRoutes)
  .route('/api/v1/contacts', contactRoutes)
  .route('/api/v1/leads', leadRoutes)
  .route('/api/v1/opportunities', opportunityRoutes)
  .route('/api/v1/search', searchRoutes)
  .route('/api/v1/activities', activityRoutes)
  .route('/api/v1/undos', undoRoutes)
  .route('/api/v1/today', todayRoutes)
  .route('/api/v1/tasks', taskRoutes)
  .route('/api/v1/threads', threadRoutes)
  .route('/api/v1/context', contextRoutes)
  .route('/api/v1/duplicates', duplicateRoutes);

export type AppType = typeof api;

const safeHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  // What one person may read must not lie in a browser's cache for the next.
  if (c.req.path.startsWith('/api/')) c.header('cache-control', 'no-store');
});

export const app = new Hono<AppEnv>()
  .use(requestLog, safeHeaders)
  // Bearer tokens only: any origin may ask, none gets a cookie's authority.
  .use(
    '/api/*',
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
      allowHeaders: ['authorization', 'content-type', 'if-match', 'x-sidelog-client'],
      exposeHeaders: ['etag', 'x-request-id', 'retry-after'],
      maxAge: 7200,
    }),
    bodyLimit({
      maxSize: MAX_BODY,
      onError: () => {
        throw new ServiceError('too_large');
      },
    }),
  )
  .get('/docs', (c) => c.html(docsPage, 200, { 'content-security-policy': DOCS_POLICY }))
  .get(
    '/api/v1/openapi.json',
    openAPIRouteHandler(api, {
      documentation: {
        info: {
          title: 'Sidelog API',
          version: SERVER_VERSION,
          description: 'The sales log that lives beside the work.',
        },
        components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
        security: [{ bearer: [] }],
      },
    }),
  )
  .route('/', api)
  .onError(onError)
  .notFound(onNotFound);

export default { fetch: app.fetch, scheduled } satisfies ExportedHandler<AppEnv['Bindings']>;
