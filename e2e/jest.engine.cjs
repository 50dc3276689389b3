// The engine tests of the package, with the n8n-core and n8n-workflow of an n8n in the cache instead of our own.
const { join } = require('node:path');

module.exports = {
	rootDir: join(__dirname, '..'),
	// Else it would look for files in node_modules and .cache too.
	roots: ['credentials', 'nodes', 'simulator', 'test'].map((folder) => `<rootDir>/${folder}`),
	testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
	transform: { '^.+\\.ts$': '@swc/jest' },
	runtime: '<rootDir>/test/runtime.cjs',
	testTimeout: 120_000,
	maxWorkers: '100%',
};
