import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, topFolder } from '../install/folders';
import type { Editor } from './editor';

/** `npm run test:e2e -- --pictures` renews the pictures that the README shows; other runs leave them alone. */
export const picturesVariable = 'WEBEX_E2E_PICTURES';

/** `npm run test:e2e -- --texts` takes pictures of every error text, which takes minutes. */
export const textsVariable = 'WEBEX_E2E_TEXTS';

const folder =
	process.env[picturesVariable] === 'renew' ? join(topFolder, 'docs/images') : join(cacheFolder, 'pictures');

/** Messages that pass by in the corner are no part of a picture. */
export const style = '.el-notification { display: none }';

/** Takes a picture of what the browser shows. */
export async function takePicture({ page }: Editor, name: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	// What the pointer rests on shows buttons of its own; they and the busy signs need a moment to go.
	await page.mouse.move(0, 0);
	await page.waitForTimeout(500);
	await page.screenshot({ path: join(folder, `${name}.png`), style, animations: 'disabled' });
}
