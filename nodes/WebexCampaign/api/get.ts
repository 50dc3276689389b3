import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { maskFor } from '../text/maskKey';
import type { Access } from './access';
import type { Told } from './answer';
import type { Checked, Reason } from './checked';
import { ADDRESS, codeText, OR_A_PROXY, saidText, type Text } from './ownTexts';
import { parseJson, readFailure } from './reply';
import { request } from './request';
import { readTransportFault } from './transportFault';

/** Something that can be read from the API: what it is called and the grant it needs, as parts of sentences. */
export interface Readable<T> {
	path: string;
	name: string;
	grant: string;
	/** The description, instead of the usual one. */
	advice?(told: Told): string;
	/** undefined: the content is something else. */
	read(content: unknown): T | undefined;
}

/** Reads from the API, which changes nothing: asks once, never rejects, and says what kept the content away. */
export async function get<T>(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	access: Access,
	what: Readable<T>,
): Promise<Checked<T>> {
	const mask = maskFor(access.apiKey);
	try {
		const reply = await request(context, access, { url: what.path, timeout: 15_000 });
		const failure = readFailure(reply, mask);
		const isContent = failure.code === 'UNEXPECTED_REPLY' && Math.floor(reply.status / 100) === 2;
		const value = isContent ? what.read(parseJson(mask(reply.body))) : undefined;
		return value === undefined ? notRead(what, failure) : { ok: true, value };
	} catch (thrown) {
		const fault = readTransportFault(thrown, mask);
		const isLost = fault.kind === 'fault' && fault.mayHaveBeenExecuted;
		return notRead(what, fault, isLost ? undefined : codeText(fault.code));
	}
}

function notRead(what: Readable<unknown>, told: Told, known = textOf(told.code, what)): Reason {
	const description = what.advice?.(told) ?? [known.description, saidText(told)].filter(Boolean).join(' ');
	return { ok: false, message: known.message, description, code: told.code, httpStatus: told.httpStatus };
}

function textOf(code: string, { name, grant }: Readable<unknown>): Text {
	if (code === '498' || code === '405') return codeText(code);
	if (code === '430') {
		return {
			message: `This API key is not allowed to read ${name}`,
			description: `In Webex Campaign open Administration > Users & roles > API users, edit the API user of this key, and grant it ${grant}.`,
		};
	}
	return {
		message: `Webex Campaign did not return ${name}`,
		description: code === 'UNEXPECTED_REPLY' ? `Check ${ADDRESS}. ${OR_A_PROXY}` : 'Try again later.',
	};
}
