import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import type { Answer } from '../../nodes/WebexCampaign/api/answer';
import { DELETE_PATH, deleteBody, type ProfileToDelete } from '../../nodes/WebexCampaign/api/deleteProfile';
import { readReply } from '../../nodes/WebexCampaign/api/reply';
import { readTransportFault } from '../../nodes/WebexCampaign/api/transportFault';
import { maskFor } from '../../nodes/WebexCampaign/text/clean';
import type { SimulatorAddress } from '../../simulator/control';

/** Sends deletes on kept connections, without n8n's request helper, whose own cost would hide that of the lane. */
export function leanSender({ endpoint, apiKey }: SimulatorAddress) {
	const mask = maskFor(apiKey);
	const agent = new Agent({ keepAlive: true });
	const send = async (profile: ProfileToDelete): Promise<Answer> => {
		try {
			const body = JSON.stringify(deleteBody(profile));
			const response = await new Promise<IncomingMessage>((resolve, reject) => {
				const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${apiKey}` };
				const sent = request(endpoint + DELETE_PATH, { method: 'POST', agent, headers }, resolve);
				sent.on('error', reject).end(body);
			});
			const { statusCode = 0, headers } = response;
			return readReply({ status: statusCode, headers, body: await text(response) }, mask, Date.now());
		} catch (thrown) {
			return readTransportFault(thrown, mask);
		}
	};
	return { send, close: () => agent.destroy() };
}
