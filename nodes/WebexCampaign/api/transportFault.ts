import { clean, type Mask } from '../text/clean';
import type { BlockedBy, RefusesAll, Transient } from './answer';

const UNKNOWN_HOST = new Set(['ENOTFOUND', 'EAI_NONAME', 'EAI_FAIL']);
const TIMED_OUT = new Set(['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT']);
/** Where several addresses are tried, an older n8n tells only the code; these come from nothing but connecting. */
const WHILE_CONNECTING = new Set(['ECONNREFUSED', 'EAI_AGAIN']);
/** Node.js names the system call: a route that breaks down later has the same codes, but another call. */
const BEFORE_SENDING =
	/^(?:connect|getaddrinfo) E|before secure TLS connection was established|before receiving CONNECT/;

/** Nothing is sent as long as this is so, whatever the item: what a name, a code or a message shows it by. */
const BLOCKED: ReadonlyArray<[by: BlockedBy, sign: RegExp]> = [
	[
		'certificate',
		/^[A-Z_]*(?:CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)[A-Z_]*$/,
	],
	// n8n refuses an address itself: its protection against requests to private addresses, and allowed domains.
	['n8n', /^SsrfBlocked|^The request was blocked because|^Domain not allowed/],
	// The address of the API is a URL, so this one is a proxy's: an environment variable of the machine that runs n8n.
	['proxyVariable', /^ERR_INVALID_URL$|^Invalid URL/],
];

type Fault = Record<string, unknown>;

/**
 * What it means that n8n's request helper threw instead of returning a reply. Only what surely happened before the
 * request was sent counts as not executed; whatever else is thrown may have been.
 */
export function readTransportFault(thrown: unknown, mask: Mask): Transient | RefusesAll {
	const faults = faultsIn(thrown);
	const codes = textsIn(faults.flatMap(({ code, httpCode, name }) => [code, httpCode, name]));
	// An older n8n keeps of the client's exception only its words, in `messages`.
	const texts = textsIn(faults.flatMap(({ message, messages }) => [message, messages].flat()));
	const has = (set: Set<string>) => codes.some((code) => set.has(code));
	const said = texts.at(-1) ?? codes[0] ?? (faults.length > 0 ? '' : String(thrown));
	const info = { code: 'CONNECTION_FAILED', httpStatus: null, detail: clean(said, mask) };
	const [blockedBy] = BLOCKED.find(([, sign]) => [...codes, ...texts].some((text) => sign.test(text))) ?? [];
	if (blockedBy) return { kind: 'refusesAll', isUsable: false, ...info, blockedBy };
	if (has(UNKNOWN_HOST))
		return { kind: 'transient', mayHaveBeenExecuted: false, refusesAllBefore: 'anyReply', ...info };
	if (has(WHILE_CONNECTING) || texts.some((text) => BEFORE_SENDING.test(text)))
		return { kind: 'transient', mayHaveBeenExecuted: false, ...info };
	if (has(TIMED_OUT)) return { kind: 'transient', mayHaveBeenExecuted: true, ...info, code: 'TIMED_OUT' };
	return { kind: 'transient', mayHaveBeenExecuted: !faults.some(wasNeverSent), ...info };
}

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

const textsIn = (values: unknown[]): string[] =>
	values.filter((value): value is string => typeof value === 'string' && value !== '');
