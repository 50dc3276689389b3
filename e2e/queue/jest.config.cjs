module.exports = {
	...require('../jest.config.cjs'),
	rootDir: __dirname,
	testMatch: ['<rootDir>/tests/**/*.test.ts'],
};
