import * as z from 'zod';

// Imported before anything parses: zod otherwise tries once whether it may compile code, and the browser writes the
// refusal into the extension's list of errors although zod goes on without.
z.config({ jitless: true });
