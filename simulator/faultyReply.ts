import { failures } from './failures';
import type { FaultRule } from './faults';
import { failureReply, htmlReply, jsonReply, type CodeKind, type Reply } from './reply';

export interface FaultCircumstances {
	authorization: string;
	/** An origin that is not the API's, where a redirect leads. */
	elsewhere: string;
	codeKind: CodeKind;
}

/**
 * What a struck request is told.
 *
 * @param honest the reply of an executed request, or null if it was not executed: then faults of the
 * connection (lost, cut, hang, drip) are about to deliver an internal server error.
 */
export function faultyReply(rule: FaultRule, honest: Reply | null, circumstances: FaultCircumstances): Reply {
	const made = madeUpReply(rule, honest, circumstances);
	if (!made) return honest ?? failureReply(500, circumstances.codeKind);
	const wait: Reply['headers'] = rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) };
	return { ...made, httpStatus: rule.httpStatus ?? made.httpStatus, headers: { ...made.headers, ...wait } };
}

function madeUpReply(
	rule: FaultRule,
	honest: Reply | null,
	{ authorization, elsewhere, codeKind }: FaultCircumstances,
): Reply | null {
	switch (rule.fault) {
		case 'failure':
			return failure(rule.code ?? 500, codeKind);
		case 'webPage':
			return htmlReply(200, 'Service Unavailable', 'The server is temporarily unable to answer your request.');
		case 'empty':
			return { httpStatus: 200, contentType: null, body: '' };
		case 'neitherField':
			return jsonReply(200, { status: 'ok' });
		case 'idAndCode':
			return jsonReply(200, {
				...(honest ? (JSON.parse(honest.body) as object) : { 'transaction-id': 'neither-true-nor-false' }),
				...fields(rule.code ?? 1010, codeKind),
			});
		case 'wrongStatus':
			return honest && { ...honest, httpStatus: 404 };
		case 'redirect':
			return {
				...htmlReply(302, 'Found', 'The document has moved.'),
				headers: { location: `${elsewhere}/` },
			};
		case 'echo':
			return failure(rule.code ?? 1010, codeKind, ` Authorization: ${authorization}`);
		default:
			return null;
	}
}

function failure(code: number | string, codeKind: CodeKind, addition = ''): Reply {
	const { httpStatus, ...content } = { httpStatus: row(code)?.httpStatus ?? 200, ...fields(code, codeKind) };
	return jsonReply(httpStatus, { ...content, description: content.description + addition });
}

function fields(code: number | string, codeKind: CodeKind) {
	return {
		code: codeKind === 'string' ? String(code) : (row(code)?.code ?? code),
		description: row(code)?.description ?? 'A code that is not on the reference page',
	};
}

function row(code: number | string) {
	return failures.find((failureRow) => String(failureRow.code) === String(code));
}
