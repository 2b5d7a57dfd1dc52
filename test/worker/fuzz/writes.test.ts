import { fuzzRoutes } from './fuzz-route.ts';

fuzzRoutes((route) => !route.startsWith('GET '));
