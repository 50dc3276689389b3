import { createRequire } from 'node:module';
import { vi } from 'vitest';

/** What the unit tests use of jest. */
Object.assign(globalThis, { jest: { fn: vi.fn, requireActual: createRequire(import.meta.url) } });
