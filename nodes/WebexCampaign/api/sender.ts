import type { IExecuteFunctions } from 'n8n-workflow';

import { maskFor } from '../text/maskKey';
import type { Access } from './access';
import type { Answer } from './answer';
import { DELETE_PATH, deleteBody, type ProfileToDelete } from './deleteRequest';
import { readReply, type Reply } from './reply';
import { readTransportFault } from './transportFault';

/**
 * Makes the function that sends one delete and tells what the reply means. It never rejects and never sends twice.
 *
 * @param access its credential is handed along, or n8n would read and decrypt it again for every request
 * @param timeout seconds of silence after which n8n closes the connection; the run keeps the deadline
 */
export function makeSender(
	context: IExecuteFunctions,
	{ credential, endpoint, apiKey }: Access,
	timeout: number,
): (profile: ProfileToDelete) => Promise<Answer> {
	const credentialsDecrypted = { id: '', name: '', type: 'webexCampaignApi', data: credential };
	const mask = maskFor(apiKey);
	return async (profile) => {
		try {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				'webexCampaignApi',
				{
					method: 'POST',
					url: endpoint + DELETE_PATH,
					headers: { 'Content-Type': 'application/json' },
					body: deleteBody(profile),
					json: true,
					// As text: parsing here keeps what is not JSON, and every digit of an id.
					encoding: 'text',
					// Every status is a reply to read; without it n8n sends a 401 a second time on its own.
					ignoreHttpStatusErrors: true,
					returnFullResponse: true,
					// The bearer must not follow a redirect to another host.
					disableFollowRedirect: true,
					timeout: Math.ceil(timeout * 1000),
				},
				{ credentialsDecrypted },
			)) as { statusCode: number; headers?: Reply['headers']; body: unknown };
			const { statusCode, headers, body } = response;
			return readReply({ status: statusCode, headers: headers ?? {}, body: textOf(body) }, mask, Date.now());
		} catch (thrown) {
			return readTransportFault(thrown, mask);
		}
	};
}

const textOf = (body: unknown): string =>
	typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body);
