import { clean } from '../text/clean';
import type { Answer } from './answer';

/** While connecting: the request never reached the API, and may do so on another try. */
const NOT_EXECUTED = new Set([
	'ECONNREFUSED',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EHOSTDOWN',
	'ENETDOWN',
	'EADDRNOTAVAIL',
]);
/** The request never reached the API, and never will. */
const UNKNOWN_HOST = new Set(['ENOTFOUND', 'EAI_NONAME', 'EAI_FAIL']);
const CERTIFICATE_REFUSED =
	/CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/;
const TIMED_OUT = new Set(['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT']);

/**
 * What it means that n8n's request helper threw instead of returning a reply. Only what surely happened before the
 * request was sent counts as not executed; whatever is not listed here may have been.
 */
export function readTransportFault(thrown: unknown, apiKey: string): Answer {
	const faults = faultsIn(thrown);
	const codes = faults
		.flatMap(({ code, httpCode }) => [code, httpCode])
		.filter((code) => typeof code === 'string');
	const has = (set: Set<string>) => codes.some((code) => set.has(code));
	// A route that breaks down later gives the same codes, but then the connection was already in use.
	const connected = faults.some(({ syscall }) => syscall === 'read' || syscall === 'write');
	const told = { httpStatus: null, detail: clean(messageOf(thrown) || (codes[0] ?? ''), apiKey) };
	if (has(UNKNOWN_HOST) || codes.some((code) => CERTIFICATE_REFUSED.test(code))) {
		return { kind: 'failed', outcome: 'notDeleted', endsRun: true, code: 'CONNECTION_FAILED', ...told };
	}
	const mayHaveBeenExecuted = connected || !has(NOT_EXECUTED);
	// Of several addresses one may be out of reach and one silent: then there was no connection that could time out.
	const code = mayHaveBeenExecuted && has(TIMED_OUT) ? 'TIMED_OUT' : 'CONNECTION_FAILED';
	return { kind: 'fault', mayHaveBeenExecuted, code, ...told };
}

/** Our own deadline for one request, which n8n's `timeout` is not: that one only bounds silence. */
export const deadlinePassed = (seconds: number): Answer => ({
	kind: 'fault',
	mayHaveBeenExecuted: true,
	code: 'TIMED_OUT',
	httpStatus: null,
	detail: `no complete reply within ${seconds} s`,
});

/** n8n wraps the client's exception; several addresses tried in turn come as a list in `errors`. */
function faultsIn(thrown: unknown, depth = 0): Array<Record<string, unknown>> {
	if (typeof thrown !== 'object' || thrown === null || depth > 5) return [];
	const fault = thrown as Record<string, unknown>;
	const nested = [fault.cause, ...(Array.isArray(fault.errors) ? fault.errors : [])];
	return [fault, ...nested.flatMap((inner) => faultsIn(inner, depth + 1))];
}

/** The innermost message: n8n replaces outer ones by general advice. */
function messageOf(thrown: unknown, depth = 0): string {
	if (typeof thrown !== 'object' || thrown === null) return String(thrown);
	const { message, cause } = thrown as Record<string, unknown>;
	const inner = typeof cause === 'object' && cause !== null && depth < 5 ? messageOf(cause, depth + 1) : '';
	return inner || (typeof message === 'string' ? message : '');
}
