import type { IncomingMessage } from 'node:http';
import type { Answer, ApiRequest } from './answer';
import { Campaign, type CampaignOptions } from './campaign';
import type { Simulator } from './control';
import { answerControl, controlPath } from './controlEndpoints';
import { controls } from './controls';
import { answerDelete } from './deleteProfile';
import { deliver } from './delivery';
import { serveOnLoopback } from './loopback';
import { answerDefinitions } from './profileDefinitions';
import { htmlReply } from './reply';

export interface SimulatorOptions extends CampaignOptions {
	/** Default: 0, any free port. */
	port?: number;
	/** Context path of the API. Default: `/campaignapi`. */
	context?: string;
}

/** Starts a Webex Campaign on a loopback port of this process. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const { port = 0, context = '/campaignapi' } = options;
	const campaign = new Campaign(options);
	const surface = controls(campaign);
	const deletePath = `${context}/resources/v3/delete`;
	const definitionsPath = `${context}/metadata/v3/profile/`;

	const elsewhere = await serveOnLoopback(0, (request, response) => {
		campaign.arrivals.noteAuthorization(request.headers.authorization);
		campaign.arrivals.noteStray(elsewhere.url, request);
		response.end();
	});

	async function answer(request: IncomingMessage, api: ApiRequest): Promise<Answer> {
		const { path } = api;
		if (path.startsWith(controlPath)) return plain(await answerControl(surface, api));
		campaign.arrivals.noteAuthorization(api.authorization);
		if (`${path}/` === definitionsPath) return answerDefinitions(campaign, api, '', elsewhere.url);
		if (path.startsWith(definitionsPath)) {
			return answerDefinitions(campaign, api, path.slice(definitionsPath.length), elsewhere.url);
		}
		campaign.arrivals.noteStray(server.url, request);
		return plain(htmlReply(404, 'Not Found', 'There is nothing here.'));
	}

	const server = await serveOnLoopback(port, (request, response) => {
		const path = pathOf(request);
		if (path !== deletePath) {
			readBody(request, async (body) =>
				deliver(await answer(request, apiRequest(request, path, body)), response),
			);
			return;
		}
		const { ledger } = campaign;
		ledger.arrived();
		response.once('close', () => ledger.left());
		readBody(request, (body) => {
			const api = apiRequest(request, path, body);
			campaign.arrivals.noteAuthorization(api.authorization);
			deliver(answerDelete(campaign, api, elsewhere.url), response);
		});
	});

	return {
		url: server.url,
		endpoint: server.url + context,
		elsewhere: elsewhere.url,
		...campaign.accessKeys,
		...surface,
		stop: async () => {
			await Promise.all([server.stop(), elsewhere.stop()]);
		},
	};
}

function plain(reply: Answer['reply']): Answer {
	return { reply, latencyMs: 0, fault: null };
}

function pathOf({ url = '' }: IncomingMessage): string {
	const query = url.indexOf('?');
	return query < 0 ? url : url.slice(0, query);
}

function apiRequest({ method = '', headers }: IncomingMessage, path: string, body: string): ApiRequest {
	return { method, path, authorization: headers.authorization, contentType: headers['content-type'], body };
}

function readBody(request: IncomingMessage, done: (body: string) => void): void {
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => done(Buffer.concat(chunks).toString()));
}
