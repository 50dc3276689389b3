import { PROFILE_DEFINITIONS } from '../../../nodes/WebexCampaign/api/profileDefinitions';

const one = { 'profile-id': '1001', 'profile-name': 'sampleprofile', attributes: [{ id: '1', name: 'key' }] };
const two = { 'profile-id': '1002', 'profile-name': 'newsletter', attributes: [] };

it('the path is the documented one, without /resources/', () => {
	expect(PROFILE_DEFINITIONS.path).toBe('/metadata/v3/profile/');
});

describe('definitions are found, whether the list comes bare or wrapped', () => {
	it.each<[string, unknown, string[]]>([
		['bare', [one, two], ['sampleprofile', 'newsletter']],
		['wrapped', { profiles: [one, two] }, ['sampleprofile', 'newsletter']],
		[
			'wrapped, after other fields',
			{ count: 2, next: null, data: [one, two] },
			['sampleprofile', 'newsletter'],
		],
		['a single definition', one, ['sampleprofile']],
		['none, bare', [], []],
		['none, wrapped', { profiles: [] }, []],
		[
			'definitions without a usable name',
			[one, {}, null, 7, { 'profile-name': ' ' }, { 'profile-name': 7 }],
			['sampleprofile'],
		],
	])('%s', (_name, reply, names) => {
		const read = PROFILE_DEFINITIONS.read(reply);
		expect(read?.map(({ profileName }) => profileName)).toEqual(names);
	});
});

it('come with their id and attributes', () => {
	const { attributes } = one;
	expect(PROFILE_DEFINITIONS.read([one, { 'profile-name': 'bare' }])).toEqual([
		{ profileId: '1001', profileName: 'sampleprofile', attributes },
		{ profileId: null, profileName: 'bare', attributes: [] },
	]);
});

describe('what is no list of definitions gives none', () => {
	it.each<[string, unknown]>([
		['a failure', { code: 430, description: 'Authorization failed' }],
		['a web page', '<html></html>'],
		['nothing', undefined],
		['null', null],
		['an empty object', {}],
	])('%s', (_name, reply) => {
		expect(PROFILE_DEFINITIONS.read(reply)).toBeUndefined();
	});
});
