import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Campaign } from './campaign';
import type { SimulatorAddress } from './control';
import { controlPath } from './controlEndpoints';
import { faults } from './faults';
import { streamPageEvents } from './pageEvents';
import { pageFiles } from './pageFiles';

/** The page at `/`: its files, its events, and what it says about the simulator. */
export function page(campaign: Campaign, address: SimulatorAddress) {
	const files = pageFiles();

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
		response.writeHead(200, { 'content-type': file.contentType, 'cache-control': 'no-store' });
		response.end(file.content);
		return true;
	};
}
