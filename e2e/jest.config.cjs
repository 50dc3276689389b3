module.exports = {
	rootDir: __dirname,
	roots: ['<rootDir>/tests'],
	testMatch: ['<rootDir>/tests/**/*.test.ts'],
	transform: { '^.+\\.ts$': '@swc/jest' },
	// One n8n for all, on a machine of two cores.
	maxWorkers: 1,
	testTimeout: 300_000,
};
