// The engine tests of the package, with the n8n-core and n8n-workflow of an n8n in the cache instead of our own.
const { join } = require('node:path');

const release = process.env.WEBEX_E2E_RELEASE_FOLDER;
const modules = ['n8n-core', 'n8n-workflow', 'reflect-metadata', '@langchain/core/tools'];

module.exports = {
	rootDir: join(__dirname, '..'),
	// Else it would look for files in node_modules and .cache too.
	roots: ['credentials', 'nodes', 'simulator', 'test'].map((folder) => `<rootDir>/${folder}`),
	testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
	transform: { '^.+\\.ts$': '@swc/jest' },
	moduleNameMapper: Object.fromEntries(
		modules.map((name) => [`^${name}$`, require.resolve(name, { paths: [release] })]),
	),
	testTimeout: 120_000,
	maxWorkers: '100%',
	// The older n8n-core leave timers of their own behind, which would keep jest waiting for ever.
	forceExit: true,
};
