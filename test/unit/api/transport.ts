import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

// The HTTP client of n8n's engine, so that the exceptions are those that a user's n8n throws.
export const { AxiosError, default: axios } = jest.requireActual<AxiosOfN8n>(
	require.resolve('axios', { paths: [require.resolve('n8n-core')] }),
);

interface AxiosOfN8n {
	AxiosError: { from(fault: Error, code?: string): Error };
	default: { request(options: object): Promise<unknown> };
}

const node: INode = {
	id: '1',
	name: 'Webex Campaign',
	type: 'n8n-nodes-webex-campaign.webexCampaign',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** As n8n's request helper throws it. */
export const wrappedByN8n = (fault: unknown) => new NodeApiError(node, fault as JsonObject);

export const wontConnect = {
	kind: 'endsRun',
	isUsable: false,
	code: 'CONNECTION_FAILED',
	httpStatus: null,
};
export const notExecuted = {
	kind: 'transient',
	mayHaveBeenExecuted: false,
	code: 'CONNECTION_FAILED',
	httpStatus: null,
};
/** Worth a retry only if the host was found before. */
export const unknownHost = { ...notExecuted, endsRunBefore: 'anyReply' };
export const lost = {
	kind: 'transient',
	mayHaveBeenExecuted: true,
	code: 'CONNECTION_FAILED',
	httpStatus: null,
};
export const timedOut = { kind: 'transient', mayHaveBeenExecuted: true, code: 'TIMED_OUT', httpStatus: null };
