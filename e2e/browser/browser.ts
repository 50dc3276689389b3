import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../install/chromium';

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

/** Opens a headless browser with one empty page and a profile folder of its own. */
export async function openBrowser(): Promise<Browser> {
	const executablePath = await findChromium();
	const profileFolder = mkdtempSync(join(tmpdir(), 'webex-e2e-browser-'));
	const context: BrowserContext = await chromium.launchPersistentContext(profileFolder, {
		executablePath,
		headless: true,
		args: flags,
		viewport: { width: 1280, height: 800 },
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	// The first load of n8n's editor is some ten megabytes of script.
	context.setDefaultTimeout(30_000);
	const page = context.pages()[0] ?? (await context.newPage());
	return {
		page,
		close: async () => {
			await context.close();
			rmSync(profileFolder, { recursive: true, force: true });
		},
	};
}
