import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { cacheFolder, topFolder } from '../install/folders';
import type { Editor } from './editor';

/** `npm run test:e2e -- --pictures` renews the pictures that the README shows; other runs leave them alone. */
export const picturesVariable = 'WEBEX_E2E_PICTURES';

/** `npm run test:e2e -- --texts` takes pictures of every error text, which takes minutes. */
export const textsVariable = 'WEBEX_E2E_TEXTS';

const sheets = join(cacheFolder, 'pictures');
const shown = join(topFolder, 'docs/images');

/** Messages that pass by in the corner are no part of a picture. */
const style = '.el-notification { display: none }';

/** Takes a picture of what the browser shows. */
export async function takePicture({ page }: Editor, name: string): Promise<void> {
	mkdirSync(sheets, { recursive: true });
	const isRenewed = process.env[picturesVariable] === 'renew' && existsSync(join(shown, `${name}.png`));
	// What the pointer rests on shows buttons of its own; they and the busy signs need a moment to go.
	await page.mouse.move(0, 0);
	await page.waitForTimeout(500);
	await page.screenshot({ path: join(isRenewed ? shown : sheets, `${name}.png`), style, animations: 'disabled' });
}

const tilesOnSheet = 15;

/** Pictures of small parts of the editor, put side by side so that many texts can be read at a glance. */
export class ContactSheet {
	private readonly tiles: Array<{ name: string; source: string }> = [];

	async add(name: string, part: Locator): Promise<void> {
		const picture = await part.screenshot({ style, animations: 'disabled' });
		this.tiles.push({ name, source: `data:image/png;base64,${picture.toString('base64')}` });
	}

	/** Writes `.cache/pictures/<name>-1.png` and so on, by means of a page of its own. */
	async save(name: string, page: Page): Promise<void> {
		mkdirSync(sheets, { recursive: true });
		for (let first = 0; first < this.tiles.length; first += tilesOnSheet) {
			const tiles = this.tiles.slice(first, first + tilesOnSheet);
			await page.setContent(
				`<!doctype html><body style="columns: 3; column-gap: 8px; font: 12px sans-serif">${tiles.map(tileHtml).join('')}`,
			);
			const path = join(sheets, `${name}-${first / tilesOnSheet + 1}.png`);
			await page.screenshot({ path, fullPage: true });
		}
	}
}

const tileHtml = ({ name, source }: { name: string; source: string }) =>
	`<figure style="margin: 0 0 8px; break-inside: avoid">${name}<img style="width: 100%" src="${source}"></figure>`;
