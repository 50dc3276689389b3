module.exports = {
	...require('../jest.config.cjs'),
	rootDir: __dirname,
	testMatch: ['<rootDir>/tests/**/*.test.ts'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/../tsconfig.json', diagnostics: false }],
	},
	testTimeout: 300_000,
};
