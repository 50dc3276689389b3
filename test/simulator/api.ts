import type { SimulatorAddress } from '../../simulator/control';

export const tenRecords = [{ profileName: 'sampleprofile', firstKey: '9463183911', count: 10 }];

export interface Received {
	httpStatus: number;
	contentType: string | null;
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
	return {
		httpStatus: response.status,
		contentType: response.headers.get('content-type'),
		text: await response.text(),
	};
}
