import type { IExecuteFunctions } from 'n8n-workflow';

import { maskFor } from '../text/maskKey';
import type { Access } from './access';
import type { Answer } from './answer';
import { DELETE_PATH, deleteBody, type ProfileToDelete } from './deleteRequest';
import { readReply } from './reply';
import { request } from './request';
import { readTransportFault } from './transportFault';

/**
 * Makes the function that sends one delete and tells what the reply means. It never rejects and never sends twice.
 *
 * @param timeout seconds of silence after which n8n closes the connection; the run keeps the deadline
 */
export function makeSender(
	context: IExecuteFunctions,
	access: Access,
	timeout: number,
): (profile: ProfileToDelete) => Promise<Answer> {
	const mask = maskFor(access.apiKey);
	return async (profile) => {
		try {
			const reply = await request(context, access, {
				method: 'POST',
				url: DELETE_PATH,
				headers: { 'Content-Type': 'application/json' },
				body: deleteBody(profile),
				timeout: Math.ceil(timeout * 1000),
			});
			return readReply(reply, mask, Date.now());
		} catch (thrown) {
			return readTransportFault(thrown, mask);
		}
	};
}
