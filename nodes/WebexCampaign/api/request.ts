import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import type { Access } from './access';
import type { Reply } from './reply';

/**
 * Sends one request, its `url` below the endpoint, once. Rejects only if no reply came.
 *
 * @param access its credential is handed along, or n8n would read and decrypt it again for every request
 */
export async function request(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	{ credential, endpoint }: Access,
	options: IHttpRequestOptions,
): Promise<Reply> {
	const { statusCode, headers, body } = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		'webexCampaignApi',
		{
			...options,
			url: endpoint + options.url,
			json: true,
			// As text: parsing here keeps what is not JSON, and every digit of an id.
			encoding: 'text',
			// Every status is a reply to read; without it n8n sends a 401 a second time on its own.
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
			// The bearer must not follow a redirect to another host.
			disableFollowRedirect: true,
		},
		{ credentialsDecrypted: { id: '', name: '', type: 'webexCampaignApi', data: credential } },
	)) as { statusCode: number; headers?: Reply['headers']; body: unknown };
	const text = typeof body === 'string' ? body : (JSON.stringify(body ?? undefined) ?? '');
	return { status: statusCode, headers: headers ?? {}, body: text };
}
