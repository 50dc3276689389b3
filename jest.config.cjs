/** Unit tests, the repository itself, the simulator, the built node in n8n's engine, the example workflows, the walk in CONTRIBUTING: one project each. */
const transform = { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', diagnostics: false }] };

module.exports = {
	// Real sockets on a shared machine: a bound against hanging, not a measure.
	testTimeout: 120_000,
	// Most of the engine tests' time is waiting, so a worker for each core.
	maxWorkers: '100%',
	projects: [
		{ displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'], transform },
		{ displayName: 'repository', testMatch: ['<rootDir>/test/repository/**/*.test.ts'], transform },
		{ displayName: 'simulator', testMatch: ['<rootDir>/test/simulator/**/*.test.ts'], transform },
		{ displayName: 'engine', testMatch: ['<rootDir>/test/engine/**/*.test.ts'], transform },
		{ displayName: 'examples', testMatch: ['<rootDir>/test/examples/**/*.test.ts'], transform },
		{ displayName: 'walk', testMatch: ['<rootDir>/test/walk/**/*.test.ts'], transform },
	],
};
