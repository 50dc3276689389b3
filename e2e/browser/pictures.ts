import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, topFolder } from '../install/folders';
import type { Editor } from './editor';

/** `npm run test:e2e -- --pictures` renews the pictures that the README shows; other runs leave them alone. */
export const picturesVariable = 'WEBEX_E2E_PICTURES';

const pictures = join(cacheFolder, 'pictures');
const shown = join(topFolder, 'docs/images');

/** Messages that pass by in the corner are no part of a picture. */
const style = '.el-notification { display: none }';

/** Takes a picture of what the browser shows. */
export async function takePicture({ page }: Editor, name: string): Promise<void> {
	mkdirSync(pictures, { recursive: true });
	const isRenewed = process.env[picturesVariable] === 'renew' && existsSync(join(shown, `${name}.png`));
	// What the pointer rests on shows buttons of its own; they and the busy signs need a moment to go.
	await page.mouse.move(0, 0);
	await page.waitForTimeout(500);
	await page.screenshot({ path: join(isRenewed ? shown : pictures, `${name}.png`), style, animations: 'disabled' });
}
