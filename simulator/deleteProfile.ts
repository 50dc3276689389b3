import { refusal } from './access';
import type { Campaign } from './campaign';
import { readDeleteRequest, type DeleteRequest } from './deleteRequest';
import type { FailureCode } from './failures';
import { faultyReply } from './faultyReply';
import type { LedgerEntry } from './ledger';
import { chance } from './random';
import { type Answer, type ApiRequest, type Reply, failureReply } from './reply';
import type { Admission } from './throttles';

/**
 * `POST <context>/resources/v3/delete`. In which order the real API checks is not public; here it is method,
 * key, grant, throttle, body, then the fault in force, then the profile's name, then the record. What is
 * executed is executed when the request has arrived; latency is the reply's way back.
 */
export function answerDelete(campaign: Campaign, request: ApiRequest, elsewhere: string): Answer {
	if (request.method !== 'POST') return refuse(campaign, 405);
	const refused = refusal(campaign.accessKeys, request.authorization, 'delete');
	if (refused) return refuse(campaign, refused);

	const { ledger, throttle } = campaign;
	const asked = readDeleteRequest(request.contentType, request.body);
	const entry = asked && ledger.asked(asked.profileName, asked.key);
	const admission = throttle.arrive(performance.now());
	if (!admission.accepted) {
		ledger.refused(entry);
		return refuse(campaign, 429, retryAfter(admission));
	}
	const left = () => throttle.leave(performance.now());
	if (!asked || !entry) return { ...refuse(campaign, 1001), left };
	return { ...answerAccepted(campaign, request, elsewhere, asked, entry), left };
}

function answerAccepted(
	campaign: Campaign,
	request: ApiRequest,
	elsewhere: string,
	asked: DeleteRequest,
	entry: LedgerEntry,
): Answer {
	const { settings, ledger, seed } = campaign;
	const { profileName, key } = asked;
	// Refusals are left out of the count: they depend on time, and a run must be repeatable.
	const ask = entry.asked - entry.refused;
	const jitter = chance(seed, `latency\n${profileName}\n${key}\n${ask}`);
	const { ms, jitterMs = 0 } = settings.latency;
	const latencyMs = ms + jitterMs * jitter;

	const fault = campaign.faults.strike({ on: 'delete', profileName, key, ask });
	if (!fault) return { reply: campaign.deleteProfile(asked, entry), latencyMs, fault };
	ledger.struck();
	const honest = fault.executed ? campaign.deleteProfile(asked, entry) : null;
	const { codeKind } = settings;
	const reply = faultyReply(fault, honest, {
		authorization: request.authorization ?? '',
		elsewhere,
		codeKind,
	});
	return { reply, latencyMs, fault };
}

function refuse(campaign: Campaign, code: FailureCode, headers?: Reply['headers']): Answer {
	const { codeKind, latency } = campaign.settings;
	return { reply: { ...failureReply(code, codeKind), headers }, latencyMs: latency.ms, fault: null };
}

/** The Retry-After header of a refusal, as seconds or as an HTTP date, or none. */
function retryAfter({ retryAfterSeconds, retryAfterAs }: Admission): Record<string, string> {
	if (retryAfterSeconds === undefined) return {};
	// HTTP dates know no fractions: rounded up, so that who waits until then has waited long enough.
	const date = new Date(Math.ceil(Date.now() / 1000 + retryAfterSeconds) * 1000);
	return { 'retry-after': retryAfterAs === 'date' ? date.toUTCString() : String(retryAfterSeconds) };
}
