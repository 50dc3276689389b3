import { withoutInvisible } from '../text/clean';
import { unusableCredential, valid, type Result } from '../result';

/** Domains users log in on, with the context path of their API. The page that lists all of them is not public. */
const CONTEXT_PATHS: Record<string, string> = {
	'webexcampaign.io': '/campaignapi',
	// The product's former name; seen in public sources, not verified.
	'imicampaign.io': '/imicampaignapi',
};
const DEFAULT_CONTEXT_PATH = '/campaignapi';

const TENANT = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** Parts of addresses that people paste from the browser or from the reference page, and all that follows them. */
const PASTED_TAIL = /\/(?:resources(?:\/.*)?|metadata(?:\/.*)?|nextgen.*)$/i;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The one place that turns a credential into the API's address. It ends with the context path, without a slash: append
 * `/resources/…` or `/metadata/…`. Expressions in the credential's fields may have resolved to anything.
 */
export function resolveEndpoint(credential: Record<string, unknown>): Result<string> {
	const region = text(credential.region);
	if (region === 'custom') return fromCustomEndpoint(text(credential.customEndpoint));
	const contextPath = Object.hasOwn(CONTEXT_PATHS, region) ? CONTEXT_PATHS[region] : undefined;
	if (contextPath === undefined) return unusableCredential("'Region' is empty or unknown: choose one from its list");
	return fromTenant(text(credential.tenant).toLowerCase(), region, contextPath);
}

function fromTenant(tenant: string, region: string, contextPath: string): Result<string> {
	if (tenant === '') return unusableCredential("'Tenant' is empty: enter the first part of the address you log in on");
	if (TENANT.test(tenant)) return accept(tenant, region, contextPath);

	const address = parseAddress(tenant);
	if (address === undefined) {
		return unusableCredential(`'Tenant' must be the first part of your login address, such as acme for acme.${region}`);
	}
	if (address.username !== '' || address.password !== '') {
		return unusableCredential(
			"'Tenant' must not hold a user name or an @ sign: enter the first part of the address you log in on",
		);
	}
	if (address.hostname === region) {
		return unusableCredential(`'Tenant' lacks the first part of your login address, such as acme in acme.${region}`);
	}
	if (!address.hostname.endsWith(`.${region}`)) {
		return unusableCredential(
			`'Tenant' is outside the chosen 'Region' (${region}): choose the region that your login address ends with, or 'Custom'`,
		);
	}
	const name = address.hostname.slice(0, -region.length - 1);
	if (!TENANT.test(name) || address.port !== '') {
		return unusableCredential(
			`'Tenant' is more than the first part of a login address of ${region}: choose 'Custom' as 'Region' and enter the whole address`,
		);
	}
	return accept(name, region, contextPath);
}

function fromCustomEndpoint(customEndpoint: string): Result<string> {
	if (customEndpoint === '')
		return unusableCredential("'API Endpoint' is empty: enter an address such as https://host/campaignapi");
	const address = parseAddress(customEndpoint);
	if (address === undefined)
		return unusableCredential("'API Endpoint' is not an address such as https://host/campaignapi");
	if (address.username !== '' || address.password !== '') {
		return unusableCredential("'API Endpoint' must not hold a user name or password");
	}
	if (address.protocol !== 'https:' && !LOOPBACK.test(address.hostname)) {
		return unusableCredential("'API Endpoint' must begin with https://");
	}
	const contextPath = address.pathname.replace(PASTED_TAIL, '').replace(/\/+$/, '');
	return valid(address.origin + (contextPath || DEFAULT_CONTEXT_PATH));
}

/** Query and fragment of a pasted address are left behind, since callers use only its host and path. */
function parseAddress(input: string): URL | undefined {
	const withScheme = HAS_SCHEME.test(input) ? input : `https://${input}`;
	const address = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
	return address && /^https?:$/.test(address.protocol) && address.hostname !== '' ? address : undefined;
}

const accept = (tenant: string, region: string, contextPath: string): Result<string> =>
	tenant.length > 63
		? unusableCredential("'Tenant' is too long to be the first part of an address")
		: valid(`https://${tenant}.${region}${contextPath}`);

const text = (value: unknown): string => (typeof value === 'string' ? withoutInvisible(value) : '');
