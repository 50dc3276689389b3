import { refusal } from './access';
import type { Campaign } from './campaign';
import { faultyReply } from './faultyReply';
import type { Profile } from './profiles';
import { type Answer, type ApiRequest, type Reply, failureReply, jsonReply } from './reply';

/**
 * `GET <context>/metadata/v3/profile/` lists the profile definitions, `…/profile/{profile-id}` gives one.
 * Whether the throttle counts these is not public; here it does not.
 */
export function answerDefinitions(campaign: Campaign, request: ApiRequest, id: string, elsewhere: string): Answer {
	const { settings, ledger } = campaign;
	const ask = ++ledger.totals.definitions;
	const authorization = request.authorization ?? '';
	const reply = honestReply(campaign, request, id);
	const isRefused = reply.httpStatus !== 200;
	const fault = isRefused ? null : campaign.faults.strike({ on: 'definitions', profileName: '', key: id, ask });
	return {
		reply: fault
			? faultyReply(fault, fault.executed ? reply : null, {
					authorization,
					elsewhere,
					codeKind: settings.codeKind,
				})
			: reply,
		latencyMs: settings.latency.ms,
		fault,
	};
}

function honestReply(campaign: Campaign, request: ApiRequest, id: string): Reply {
	const { codeKind, definitionList } = campaign.settings;
	if (request.method !== 'GET') return failureReply(405, codeKind);
	const refused = refusal(campaign.accessKeys, request.authorization, 'definitions');
	if (refused) return failureReply(refused, codeKind);

	const definitions = [...campaign.profiles.values()].map(definition);
	if (id === '') return jsonReply(200, definitionList === 'bare' ? definitions : { profiles: definitions });
	const one = definitions.find((candidate) => candidate['profile-id'] === id);
	return one ? jsonReply(200, one) : failureReply(102, codeKind);
}

function definition({ profileId, profileName, attributes }: Profile) {
	return { 'profile-id': profileId, 'profile-name': profileName, attributes };
}
