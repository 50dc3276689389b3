import type { RequestListener } from 'node:http';
import { Campaign, type CampaignOptions } from './campaign';
import { controlsBy, surface, type Simulator } from './control';
import { listener } from './listener';
import { serveOnLoopback } from './loopback';

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
	const controls = controlsBy(async (name, argument) => surface[name](campaign, argument as never));

	// Which port it is, and so the address, is known only once the server listens.
	let listen: RequestListener = (_, response) => response.destroy();
	const server = await serveOnLoopback(port, (request, response) => listen(request, response));
	const elsewhere = await serveOnLoopback(0, (request, response) => {
		campaign.arrivals.noteAuthorization(request.headers.authorization);
		campaign.arrivals.noteStray(elsewhere.url, request);
		response.end();
	});
	const address = {
		url: server.url,
		endpoint: server.url + context,
		...campaign.accessKeys,
		elsewhere: elsewhere.url,
	};
	listen = listener(campaign, controls, address);

	return {
		...address,
		...controls,
		stop: async () => {
			await Promise.all([server.stop(), elsewhere.stop()]);
		},
	};
}
