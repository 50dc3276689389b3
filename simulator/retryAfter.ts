import type { Admission } from './throttles';

/** The Retry-After header of a refusal, as seconds or as an HTTP date, or none. */
export function retryAfter({ retryAfterSeconds, retryAfterAs }: Admission): Record<string, string> {
	if (retryAfterSeconds === undefined) return {};
	// HTTP dates know no fractions: rounded up, so that who waits until then has waited long enough.
	const date = new Date(Math.ceil(Date.now() / 1000 + retryAfterSeconds) * 1000);
	return { 'retry-after': retryAfterAs === 'date' ? date.toUTCString() : String(retryAfterSeconds) };
}
