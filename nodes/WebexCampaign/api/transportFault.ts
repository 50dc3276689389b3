import { clean } from '../text/clean';
import type { Mask } from '../text/maskKey';
import type { Answer } from './answer';

const UNKNOWN_HOST = new Set(['ENOTFOUND', 'EAI_NONAME', 'EAI_FAIL']);
const CERTIFICATE_REFUSED =
	/CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/;
const TIMED_OUT = new Set(['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT']);

type Fault = Record<string, unknown>;

/**
 * What it means that n8n's request helper threw instead of returning a reply. Only what surely happened before the
 * request was sent counts as not executed; whatever else is thrown may have been.
 */
export function readTransportFault(thrown: unknown, mask: Mask): Answer {
	const faults = faultsIn(thrown);
	const codes = faults
		.flatMap(({ code, httpCode }) => [code, httpCode])
		.filter((code) => typeof code === 'string');
	const has = (set: Set<string>) => codes.some((code) => set.has(code));
	const code = 'CONNECTION_FAILED';
	const told = { code, httpStatus: null, detail: clean(messageOf(thrown) || (codes[0] ?? ''), mask) };
	if (codes.some((name) => CERTIFICATE_REFUSED.test(name)))
		return { kind: 'failed', outcome: 'notDeleted', endsRun: true, usable: false, ...told };
	if (has(UNKNOWN_HOST)) return { kind: 'fault', mayHaveBeenExecuted: false, unknownHost: true, ...told };
	if (faults.some(whileConnecting)) return { kind: 'fault', mayHaveBeenExecuted: false, ...told };
	if (has(TIMED_OUT)) return { kind: 'fault', mayHaveBeenExecuted: true, ...told, code: 'TIMED_OUT' };
	return { kind: 'fault', mayHaveBeenExecuted: !faults.some(wasNeverSent), ...told };
}

/** Our own deadline for one request, which n8n's `timeout` is not: that one only bounds silence. */
export const deadlinePassed = (seconds: number): Answer => ({
	kind: 'fault',
	mayHaveBeenExecuted: true,
	code: 'TIMED_OUT',
	httpStatus: null,
	detail: `no complete reply within ${seconds} s`,
});

/** A route that breaks down later has the same codes, but another system call. */
const whileConnecting = ({ syscall }: Fault): boolean => syscall === 'connect' || syscall === 'getaddrinfo';

/** The client's exception holds its request: one without a socket still waited for a proxy, or its TLS was never established. */
function wasNeverSent({ request }: Fault): boolean {
	if (typeof request !== 'object' || request === null || !('socket' in request)) return false;
	const { socket, res } = request as { socket: { secureConnecting?: unknown } | null; res?: unknown };
	return !res && (!socket || socket.secureConnecting === true);
}

/** n8n wraps the client's exception; several addresses tried in turn come as a list in `errors`. */
function faultsIn(thrown: unknown, depth = 0): Fault[] {
	if (typeof thrown !== 'object' || thrown === null || depth > 5) return [];
	const fault = thrown as Fault;
	const nested = [fault.cause, ...(Array.isArray(fault.errors) ? fault.errors : [])];
	return [fault, ...nested.flatMap((inner) => faultsIn(inner, depth + 1))];
}

/** The innermost message: n8n replaces outer ones by general advice. */
function messageOf(thrown: unknown, depth = 0): string {
	if (typeof thrown !== 'object' || thrown === null) return String(thrown);
	const { message, cause } = thrown as Fault;
	const inner = typeof cause === 'object' && cause !== null && depth < 5 ? messageOf(cause, depth + 1) : '';
	return inner || (typeof message === 'string' ? message : '');
}
