import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { cacheFolder } from '../install/folders';
import { style } from './pictures';

const folder = join(cacheFolder, 'pictures');
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
		mkdirSync(folder, { recursive: true });
		for (let first = 0; first < this.tiles.length; first += tilesOnSheet) {
			const tiles = this.tiles.slice(first, first + tilesOnSheet);
			await page.setContent(
				`<!doctype html><body style="columns: 3; column-gap: 8px; font: 12px sans-serif">${tiles.map(tileHtml).join('')}`,
			);
			const path = join(folder, `${name}-${first / tilesOnSheet + 1}.png`);
			await page.screenshot({ path, fullPage: true });
		}
	}
}

const tileHtml = ({ name, source }: { name: string; source: string }) =>
	`<figure style="margin: 0 0 8px; break-inside: avoid">${name}<img style="width: 100%" src="${source}"></figure>`;
