import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { withoutInvisible } from '../text/clean';
import { invalid, valid, type Result } from '../result';

/** A usable credential: where requests go, and with what. */
export interface Access {
	/** The endpoint's address, context path included. */
	endpoint: string;
	apiKey: string;
	credential: ICredentialDataDecryptedObject;
}

/** The one place that turns a credential, its expressions resolved, into an access. */
export function accessWith(credential: ICredentialDataDecryptedObject): Result<Access> {
	const endpoint = resolveEndpoint(credential);
	if (!endpoint.ok) return endpoint;
	const apiKey = readApiKey(credential.apiKey);
	return apiKey.ok ? valid({ endpoint: endpoint.value, apiKey: apiKey.value, credential }) : apiKey;
}

/** Checks the credential's 'API Secret Key'. No request ever leaves with an empty or broken key. */
export function readApiKey(value: unknown): Result<string> {
	const apiKey = fieldText(value);
	if (apiKey === '') return unusable("'API Secret Key' is empty");
	if (/^(?:authorization:\s*)?bearer(?:\s|$)/i.test(apiKey))
		return unusable("'API Secret Key' has the word Bearer before the key: enter only what follows it");
	if (/\s/.test(apiKey)) return unusable("'API Secret Key' has a space or a line break in it: copy it again");
	// An HTTP header can carry printable ASCII; no key that was seen is nearly as long.
	if (!/^[\x21-\x7E]{1,2000}$/.test(apiKey))
		return unusable("'API Secret Key' holds characters that no key has, or too many: copy it again");
	return valid(apiKey);
}

/** Domains users log in on, with the context path of their API. The page that lists all of them is not public. */
const CONTEXT_PATHS = new Map([
	['webexcampaign.io', '/campaignapi'],
	// The product's former name; seen in public sources, not verified.
	['imicampaign.io', '/imicampaignapi'],
]);

const TENANT = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const LONGEST_TENANT = 63;
/** Parts of addresses that people paste from the browser or from the reference page, and all that follows them. */
const PASTED_TAIL = /\/(?:resources(?:\/.*)?|metadata(?:\/.*)?|nextgen.*)$/i;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The API's address, context path included, without a slash at the end. A field's expression may have given anything. */
export function resolveEndpoint(credential: Record<string, unknown>): Result<string> {
	const region = fieldText(credential.region);
	if (region === 'custom') return customEndpoint(fieldText(credential.customEndpoint));
	const contextPath = CONTEXT_PATHS.get(region);
	if (contextPath === undefined) return unusable("'Region' is empty or unknown: choose one from its list");
	const tenant = tenantIn(fieldText(credential.tenant).toLowerCase(), region);
	return tenant.ok ? valid(`https://${tenant.value}.${region}${contextPath}`) : tenant;
}

/** @param entered the tenant, or a login address that begins with it */
function tenantIn(entered: string, region: string): Result<string> {
	if (entered === '') return unusable("'Tenant' is empty: enter the first part of the address you log in on");
	if (TENANT.test(entered))
		return entered.length > LONGEST_TENANT
			? unusable("'Tenant' is too long to be the first part of an address")
			: valid(entered);
	const address = parseAddress(entered);
	if (!address)
		return unusable(`'Tenant' must be the first part of your login address, such as acme for acme.${region}`);
	if (hasUser(address))
		return unusable(
			"'Tenant' must not hold a user name or an @ sign: enter the first part of the address you log in on",
		);
	if (address.hostname === region)
		return unusable(`'Tenant' lacks the first part of your login address, such as acme in acme.${region}`);
	if (!address.hostname.endsWith(`.${region}`))
		return unusable(
			`'Tenant' is outside the chosen 'Region' (${region}): choose the region that your login address ends with, or 'Custom'`,
		);
	const tenant = address.hostname.slice(0, -region.length - 1);
	if (!TENANT.test(tenant) || address.port !== '')
		return unusable(
			`'Tenant' is more than the first part of a login address of ${region}: choose 'Custom' as 'Region' and enter the whole address`,
		);
	return valid(tenant);
}

function customEndpoint(entered: string): Result<string> {
	if (entered === '') return unusable("'API Endpoint' is empty: enter an address such as https://host/campaignapi");
	const address = parseAddress(entered);
	if (!address) return unusable("'API Endpoint' is not an address such as https://host/campaignapi");
	if (hasUser(address)) return unusable("'API Endpoint' must not hold a user name or password");
	if (address.protocol !== 'https:' && !LOOPBACK.test(address.hostname))
		return unusable("'API Endpoint' must begin with https://");
	const contextPath = address.pathname.replace(PASTED_TAIL, '').replace(/\/+$/, '');
	return valid(address.origin + (contextPath || '/campaignapi'));
}

/** Query and fragment of a pasted address are left behind, since callers use only its host and path. */
function parseAddress(entered: string): URL | undefined {
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(entered) ? entered : `https://${entered}`;
	const address = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
	return address && /^https?:$/.test(address.protocol) ? address : undefined;
}

const hasUser = ({ username, password }: URL): boolean => username !== '' || password !== '';

const fieldText = (value: unknown): string => (typeof value === 'string' ? withoutInvisible(value) : '');

const unusable = (reason: string) =>
	invalid(
		`The credential can't be used: ${reason}`,
		'Open the credential of this node and correct it. n8n tests it when you save it.',
		'INVALID_CREDENTIAL',
	);
