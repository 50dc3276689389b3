import { defineConfig } from 'vitest/config';

/** The unit tests as Stryker runs them, with Vitest. They are written for jest, see jest.config.cjs. */
export default defineConfig({
	test: {
		globals: true,
		setupFiles: 'test/mutants/jest.mts',
		include: ['test/unit/**/*.test.ts'],
		// The first reads the source, which is full of mutants then; the other takes seconds.
		exclude: ['test/unit/texts/replacementTrap.test.ts', 'test/unit/throttle/scenarios.test.ts'],
		// n8n-workflow is loaded once, and not for each file and mutant.
		isolate: false,
	},
});
