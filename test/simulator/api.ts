import type { SimulatorAddress } from '../../simulator/control';

export const tenRecords = [{ profileName: 'sampleprofile', firstKey: '9463183911', count: 10 }];

export interface Received {
	httpStatus: number;
	contentType: string | null;
	retryAfter: string | null;
	location: string | null;
	text: string;
}

/** Sends one Delete Profile request as the reference page's example does, or with parts of it changed. */
export async function sendDelete(
	simulator: SimulatorAddress,
	body: unknown,
	{ method = 'POST', apiKey = simulator.apiKey, contentType = 'application/json', timeoutMs = 30_000 } = {},
): Promise<Received> {
	const response = await fetch(`${simulator.endpoint}/resources/v3/delete`, {
		method,
		headers: { 'content-type': contentType, authorization: `Bearer ${apiKey}` },
		body: method === 'GET' ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
		redirect: 'manual',
		signal: AbortSignal.timeout(timeoutMs),
	});
	return received(response);
}

export async function getDefinitions(
	simulator: SimulatorAddress,
	path = '/metadata/v3/profile/',
	{ apiKey = simulator.apiKey, method = 'GET' } = {},
): Promise<Received> {
	const headers = { authorization: `Bearer ${apiKey}` };
	return received(await fetch(simulator.endpoint + path, { method, headers }));
}

async function received(response: Response): Promise<Received> {
	return {
		httpStatus: response.status,
		contentType: response.headers.get('content-type'),
		retryAfter: response.headers.get('retry-after'),
		location: response.headers.get('location'),
		text: await response.text(),
	};
}
