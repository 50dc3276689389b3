import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import type { Access } from './access';
import type { Reply } from './reply';

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/**
 * Sends one request, its `url` below the endpoint, once. Rejects only if no reply came, at the latest when `timeout` is over
 * or the execution is cancelled; then the connection is closed.
 *
 * @param access its credential is handed along, or n8n would read and decrypt it again for every request
 * @param options `timeout` is the deadline in ms, however slowly a reply drips; to n8n it only bounds silence
 */
export async function request(
	context: Context,
	{ credential, endpoint }: Access,
	options: IHttpRequestOptions & { timeout: number },
): Promise<Reply> {
	const send = async (caller: Context) =>
		(await context.helpers.httpRequestWithAuthentication.call(
			caller,
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
	const { statusCode, headers = {}, body } = await withDeadline(context, options.timeout, send);
	const text = typeof body === 'string' ? body : (JSON.stringify(body ?? undefined) ?? '');
	return { status: statusCode, headers, body: text };
}

/**
 * n8n closes the connection by the cancel signal of the object that its helper is called on, and takes no other. So it is
 * called on one whose signal is the deadline as well.
 */
async function withDeadline<T>(context: Context, timeout: number, send: (caller: Context) => Promise<T>): Promise<T> {
	const closing = new AbortController();
	const deadline = AbortSignal.timeout(timeout);
	const cancel = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const caller = Object.create(context, { getExecutionCancelSignal: { value: () => closing.signal } }) as Context;
	let close = () => {};
	const closed = new Promise<never>((_, reject) => {
		close = () => {
			const message = cancel?.aborted ? 'the execution was cancelled' : `no complete reply within ${timeout / 1000} s`;
			reject(Object.assign(new Error(message), cancel?.aborted ? {} : { code: 'ETIMEDOUT' }));
			closing.abort();
		};
	});
	for (const signal of [deadline, cancel]) signal?.addEventListener('abort', close);
	try {
		// A signal that is aborted already does not tell so again.
		if (cancel?.aborted) close();
		return await (cancel?.aborted ? closed : Promise.race([send(caller), closed]));
	} finally {
		for (const signal of [deadline, cancel]) signal?.removeEventListener('abort', close);
	}
}
