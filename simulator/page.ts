import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Campaign } from './campaign';
import type { SimulatorAddress } from './control';
import { controlPath } from './controlEndpoints';
import { faults } from './faults';
import { streamPageEvents } from './pageEvents';

const folder = join(__dirname, 'page');
const modules = join(__dirname, '../node_modules');
const contentTypes: Record<string, string> = {
	'.html': 'text/html;charset=UTF-8',
	'.css': 'text/css;charset=UTF-8',
	'.js': 'text/javascript;charset=UTF-8',
	'.svg': 'image/svg+xml',
};

/** The page's files by their path: `/` for the page itself, `/_simulator/page/…` for what it loads. */
const files = new Map([
	...readdirSync(folder).map((name) => [`${controlPath}page/${name}`, join(folder, name)] as const),
	['/', join(folder, 'index.html')],
	[`${controlPath}page/preact.js`, join(modules, 'htm/preact/standalone.module.js')],
	[`${controlPath}page/pico.css`, join(modules, '@picocss/pico/css/pico.min.css')],
]);

/** The page at `/`: its files, its events, and what it says about the simulator. */
export function page(campaign: Campaign, address: SimulatorAddress) {
	/** @returns whether the request was for the page, and is answered. */
	return (request: IncomingMessage, path: string, response: ServerResponse): boolean => {
		if (request.method !== 'GET') return false;
		if (path === `${controlPath}events`) {
			streamPageEvents(campaign, response);
			return true;
		}
		if (path === `${controlPath}about`) {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ ...address, faults }));
			return true;
		}
		const file = files.get(path);
		if (!file || (path === '/' && !request.headers.accept?.includes('text/html'))) return false;
		response.writeHead(200, { 'content-type': contentTypes[extname(file)], 'cache-control': 'no-store' });
		response.end(readFileSync(file));
		return true;
	};
}
