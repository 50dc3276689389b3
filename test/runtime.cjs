const { createRequire } = require('node:module');
const Runtime = require('jest-runtime').default;

/** n8n's `sleep` can't be stopped: what is left of one after a file's last test must not keep jest's process from ending. */
const timers = new Set();
for (const name of ['setTimeout', 'setInterval']) {
	const start = globalThis[name];
	const startNoted = (...when) => {
		const timer = start(...when);
		timers.add(timer);
		return timer;
	};
	globalThis[name] = Object.assign(startNoted, start);
}

/** Another folder that the built package is in, beside another n8n, whose engine is to run then. */
const { WEBEX_E2E_PACKAGE: elsewhere } = process.env;

/** Not so: packages, modules of Node.js, the built node. */
const isSource = (name) => name.startsWith('.') && !name.includes('/dist/');

/**
 * How jest loads what a test file requires. Of the sources it makes a copy for each test file, shut off from the others.
 * All else is required as n8n does it: once, as it is. n8n's engine alone is 2,000 files.
 */
module.exports = class extends Runtime {
	constructor(config, environment, ...more) {
		super(config, environment, ...more);
		// Else what a package throws would be no `Error` to a test, and what a test sets in `process.env` no package would see.
		Object.assign(environment.global, { process, Error, TypeError });
	}

	requireModuleOrMock(from, name) {
		if (isSource(name) || name === '@jest/globals') return super.requireModuleOrMock(from, name);
		return createRequire(elsewhere && /^(?:n8n-|reflect-metadata$)/.test(name) ? `${elsewhere}/index.js` : from)(name);
	}

	teardown() {
		super.teardown();
		for (const timer of timers) timer.unref();
		timers.clear();
	}
};
