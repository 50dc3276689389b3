import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';

import { failureText } from '../../../nodes/WebexCampaign/resources/profile/failureTexts';
import { stopError } from '../../../nodes/WebexCampaign/resources/profile/delete/concludeRun';
import { record } from '../delete/records';
import { everyFailure } from './failures';
import { credentialReasons, everyRefusal } from './refusals';

// n8n replaces a message in which it finds words such as EPERM, also inside other words, and one of certain HTTP codes.

const node = { id: '1', name: 'Webex Campaign', type: 'webexCampaign', parameters: {} } as unknown as INode;
const HTTP_CODES = [undefined, '200', '302', '401', '403', '404', '405', '429', '499', '500', '502', '503', '504'];

describe('n8n leaves the texts of a failed item as they are', () => {
	it.each(everyFailure)('%s', (_name, failure) => {
		for (const attempts of [1, 4]) {
			const text = failureText(failure, attempts);
			expect(stopError(node, [record(failure, { attempts })], undefined)).toMatchObject(text);
			for (const httpCode of HTTP_CODES) {
				const error = new NodeApiError(node, { code: failure.code }, { ...text, ...(httpCode ? { httpCode } : {}) });
				expect(error).toMatchObject(text);
			}
		}
	});
});

it('of refused input', async () => {
	for (const { message, description } of await everyRefusal()) {
		const error = new NodeOperationError(node, message, { description, itemIndex: 0 });
		expect(error).toMatchObject({ message, description });
	}
});

it('of a credential that n8n itself reports', () => {
	for (const reason of credentialReasons()) {
		expect(new NodeApiError(node, new Error(reason) as unknown as JsonObject).message).toBe(reason);
		expect(new NodeOperationError(node, reason).message).toBe(reason);
	}
});

it('the trap is there: a word that holds one is replaced', () => {
	expect(new NodeOperationError(node, 'A preexisting profile').message).not.toContain('preexisting');
});
