import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const { resolve } = createRequire(import.meta.url);

/**
 * The unit tests in one process, for `npm run test:unit` and for Stryker. They are written for jest, which runs them all, see
 * jest.config.cjs; but jest loads what they import for each file anew, which takes three times as long.
 */
export default defineConfig({
	// As n8n loads it; Vitest would compile the other build of it, for each mutant.
	resolve: { alias: { 'n8n-workflow': resolve('n8n-workflow') } },
	test: {
		globals: true,
		setupFiles: 'test/vitest/jest.mts',
		include: ['test/unit/**/*.test.ts'],
		// It takes seconds.
		exclude: ['test/unit/throttle/scenarios.test.ts'],
		// What is imported is loaded once, and not for each test file.
		isolate: false,
	},
});
