import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const { resolve } = createRequire(import.meta.url);

/** The unit tests as Stryker runs them, with Vitest. They are written for jest, see jest.config.cjs. */
export default defineConfig({
	// As n8n loads it; Vitest would compile the other build of it, for each mutant.
	resolve: { alias: { 'n8n-workflow': resolve('n8n-workflow') } },
	test: {
		globals: true,
		setupFiles: 'test/mutants/jest.mts',
		include: ['test/unit/**/*.test.ts'],
		// It takes seconds.
		exclude: ['test/unit/throttle/scenarios.test.ts'],
		// What is imported is loaded once, and not for each test file.
		isolate: false,
	},
});
