import type { IExecuteFunctions } from 'n8n-workflow';

import { maskFor } from '../text/clean';
import type { Access } from './access';
import type { Answer } from './answer';
import { readReply, type Reply } from './reply';
import { request } from './request';
import { readTransportFault } from './transportFault';

/** The documented path of "Delete contact profile" below the endpoint. */
export const DELETE_PATH = '/resources/v3/delete';

/** Up to ten, says the reference page; it prints only the name `exparam1`, the others are inferred. */
export const AUDIT_PARAMETER_NAMES = Array.from({ length: 10 }, (_, i) => `exparam${i + 1}`);

/** One profile to delete: everything checked, nothing sent yet. */
export interface ProfileToDelete {
	key: string;
	/** null: the field was left blank, and the API decides which profile is meant. */
	profileName: string | null;
	auditParameters: Record<string, string>;
}

/** The request body, its fields in the order of the reference page. */
export const deleteBody = (profile: ProfileToDelete): Record<string, string> => ({
	...(profile.profileName === null ? {} : { 'profile-name': profile.profileName }),
	key: profile.key,
	...profile.auditParameters,
});

/**
 * Makes the function that sends one delete and tells what the reply means. It never rejects and never sends twice.
 *
 * @param timeout the deadline of one request in ms, however slowly its reply drips
 */
export function makeSender(context: IExecuteFunctions, access: Access, timeout: number) {
	const mask = maskFor(access.apiKey);
	return async (profile: ProfileToDelete): Promise<Answer> => {
		let reply: Reply;
		try {
			reply = await request(context, access, {
				method: 'POST',
				url: DELETE_PATH,
				headers: { 'Content-Type': 'application/json' },
				body: deleteBody(profile),
				timeout: Math.ceil(timeout),
			});
		} catch (thrown) {
			return readTransportFault(thrown, mask);
		}
		return readReply(reply, mask, Date.now());
	};
}
