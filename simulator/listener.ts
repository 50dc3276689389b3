import type { IncomingMessage, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Campaign } from './campaign';
import type { Controls, SimulatorAddress } from './control';
import { answerControl, controlPath } from './controlEndpoints';
import { answerDelete } from './deleteProfile';
import { deliver } from './delivery';
import { page } from './page';
import { answerDefinitions } from './profileDefinitions';
import { type Answer, type ApiRequest, type Reply, htmlReply } from './reply';

/** Which request goes where: the API, the page, the controls, or nowhere. */
export function listener(campaign: Campaign, controls: Controls, address: SimulatorAddress): RequestListener {
	const { url, endpoint, elsewhere } = address;
	const context = endpoint.slice(url.length);
	const deletePath = `${context}/resources/v3/delete`;
	const definitionsPath = `${context}/metadata/v3/profile/`;
	const showPage = page(campaign, address);

	function answer(request: IncomingMessage, asked: ApiRequest): Answer {
		campaign.arrivals.noteAuthorization(asked.authorization);
		const path = `${asked.path}/`.startsWith(definitionsPath) ? definitionsPath : asked.path;
		if (path === deletePath) return answerDelete(campaign, asked, elsewhere);
		if (path === definitionsPath) {
			return answerDefinitions(campaign, asked, asked.path.slice(definitionsPath.length), elsewhere);
		}
		campaign.arrivals.noteStray(url, request);
		return plain(htmlReply(404, 'Not Found', 'There is nothing here.'));
	}

	return (request, response) => {
		const path = pathOf(request);
		if (showPage(request, path, response)) return;
		if (path === deletePath) {
			const { ledger } = campaign;
			ledger.arrived();
			response.once('close', () => ledger.left());
		}
		const reply = async () => {
			const asked = apiRequest(request, path, await text(request));
			const isControl = path.startsWith(controlPath);
			deliver(isControl ? plain(await answerControl(controls, asked)) : answer(request, asked), response);
		};
		// Who goes away in the middle of a request is told nothing.
		reply().catch(() => response.destroy());
	};
}

function plain(reply: Reply): Answer {
	return { reply, latencyMs: 0, fault: null };
}

function pathOf({ url = '' }: IncomingMessage): string {
	const query = url.indexOf('?');
	return query < 0 ? url : url.slice(0, query);
}

function apiRequest({ method = '', headers }: IncomingMessage, path: string, body: string): ApiRequest {
	return { method, path, authorization: headers.authorization, contentType: headers['content-type'], body };
}
