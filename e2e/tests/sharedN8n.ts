/** What all test files share: one n8n, started before them by runTests.ts. */
export interface SharedN8n {
	release: string;
	url: string;
	cookie: string;
	logFile: string;
	/** The packed node, which is installed there. */
	tarball: string;
}

const variable = 'WEBEX_E2E_N8N';

/** The environment in which test files find it. */
export const environmentWith = (shared: SharedN8n): NodeJS.ProcessEnv => ({
	[variable]: JSON.stringify(shared),
});

export function sharedN8n(): SharedN8n {
	const shared = process.env[variable];
	if (!shared) throw new Error('The tests in here are run by npm run test:e2e, which starts n8n first.');
	return JSON.parse(shared) as SharedN8n;
}
