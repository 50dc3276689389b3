import { chromium, type Page } from 'playwright-core';
import { debianProgram } from '../install/debianProgram';
import { Editor } from './editor';

// n8n's editor builds its parts anew at moments of its own: a click or a picture that meets one is tried once more, and
// what failed the first time is printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** Of the machine's Chromium; `CHROMIUM_PATH` names another. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'Google Chrome'];
const macOS = () => ['/Applications/Google Chrome.app/Contents/MacOS'];

/** Opens a headless browser with one empty page, logged in to n8n as the owner of this cookie. */
export async function openBrowser(url: string, cookie: string): Promise<Page> {
	const executablePath =
		process.env.CHROMIUM_PATH ?? (await debianProgram(names, ['chromium', 'fonts-liberation'], macOS));
	const browser = await chromium.launch({
		executablePath,
		args: ['--disable-gpu', '--disable-quic', '--disable-sync'],
	});
	const context = await browser.newContext({
		viewport: { width: 1440, height: 810 },
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	// The first load of the editor is some ten megabytes of script.
	context.setDefaultTimeout(30_000);
	context.setDefaultNavigationTimeout(60_000);
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url }]);
	return await context.newPage();
}

export const closeBrowser = async (page?: Page) => await page?.context().browser()?.close();

/** n8n's editor in a browser of its own for the tests of a file or a part of one. */
export function openEditor({ url, cookie }: { url: string; cookie: string }): Editor {
	const editor = new Editor(url);
	beforeAll(async () => {
		editor.page = await openBrowser(url, cookie);
	});
	afterAll(async () => await closeBrowser(editor.page));
	return editor;
}
