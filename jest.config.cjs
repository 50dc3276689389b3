/**
 * Unit tests, the repository itself, the simulator, the built node in n8n's engine, the example workflows, the walk in
 * CONTRIBUTING: one project each. They are compiled as .swcrc says; their types are checked by `npm run lint`.
 */
const project = (displayName, options = {}) => ({
	displayName,
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	transform: { '^.+\\.ts$': '@swc/jest' },
	// Where jest looks for files; else it would search node_modules and .cache too.
	roots: ['credentials', 'nodes', 'simulator', 'test'].map((folder) => `<rootDir>/${folder}`),
	...options,
});

module.exports = {
	// Real sockets on a shared machine: a bound against hanging, not a measure.
	testTimeout: 120_000,
	// Most of the engine tests' time is waiting, so a worker for each core.
	maxWorkers: '100%',
	projects: [
		project('unit'),
		project('repository'),
		project('simulator'),
		project('engine', { globalSetup: '<rootDir>/test/n8nEngine/checkBuild.ts' }),
		project('examples'),
		project('walk'),
	],
};
