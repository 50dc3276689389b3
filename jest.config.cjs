const { availableParallelism } = require('node:os');

/**
 * Unit tests, the repository itself, the simulator, the built node in n8n's engine, the example workflows, the walk in
 * CONTRIBUTING: one project each. They are compiled as .swcrc says; their types are checked by `npm run lint`.
 */
const project = (displayName, options = {}) => ({
	displayName,
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	transform: { '^.+\\.ts$': '@swc/jest' },
	runtime: '<rootDir>/test/runtime.cjs',
	// Where jest looks for files; else it would search node_modules and .cache too.
	roots: ['credentials', 'nodes', 'simulator', 'test'].map((folder) => `<rootDir>/${folder}`),
	...options,
});

module.exports = {
	// Real sockets on a shared machine: a bound against hanging, not a measure.
	testTimeout: 120_000,
	// Most of the engine tests' time is waiting: more of them than there are cores. (Jest takes 200% for 200 workers.)
	maxWorkers: 2 * availableParallelism(),
	projects: [
		project('unit'),
		project('repository'),
		project('simulator'),
		project('engine', {
			globalSetup: '<rootDir>/test/n8nEngine/checkBuild.ts',
		}),
		project('examples'),
		project('walk'),
	],
};
