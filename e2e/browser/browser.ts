import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { debianProgram } from '../install/debianProgram';

// n8n's editor builds its parts anew at moments of its own: a click or a picture that meets one is tried once more, and
// what failed the first time is printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** Of the machine's Chromium; `CHROMIUM_PATH` names another. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'Google Chrome'];
const macOS = () => ['/Applications/Google Chrome.app/Contents/MacOS'];

export interface Browser {
	page: Page;
	close: () => Promise<void>;
}

/** Chromium that asks nothing of the outside; it must also run as root, as in a container. */
const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Opens a headless browser with one empty page, logged in to n8n as the owner of this cookie. */
export async function openBrowser(url: string, cookie: string): Promise<Browser> {
	const executablePath =
		process.env.CHROMIUM_PATH ?? (await debianProgram(names, ['chromium', 'fonts-liberation'], macOS));
	const profileFolder = mkdtempSync(join(tmpdir(), 'webex-e2e-browser-'));
	const context: BrowserContext = await chromium.launchPersistentContext(profileFolder, {
		executablePath,
		headless: true,
		args: flags,
		viewport: { width: 1440, height: 810 },
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	// The first load of the editor is some ten megabytes of script.
	context.setDefaultTimeout(30_000);
	context.setDefaultNavigationTimeout(60_000);
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url }]);
	const page = context.pages()[0] ?? (await context.newPage());
	return {
		page,
		close: async () => {
			await context.close();
			rmSync(profileFolder, { recursive: true, force: true });
		},
	};
}
