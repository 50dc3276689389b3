import type { ProfileToDelete } from '../../../nodes/WebexCampaign/api/deleteProfile';
import { valid, invalid, type Result } from '../../../nodes/WebexCampaign/result';
import { jobsFor } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';

const profile = (key: string, profileName: string | null = null, audit = ''): Result<ProfileToDelete> =>
	valid({ key, profileName, auditParameters: { exparam1: audit } });

describe('the same profile name and key are sent once', () => {
	it.each<[string, Array<Result<ProfileToDelete>>, number[][]]>([
		['none twice', [profile('1'), profile('2')], [[0], [1]]],
		['twice, and again later', [profile('1'), profile('2'), profile('1'), profile('1')], [[0, 2, 3], [1]]],
		['another profile name is another profile', [profile('1', 'a'), profile('1', 'b')], [[0], [1]]],
		['so is none', [profile('1'), profile('1', 'a'), profile('1')], [[0, 2], [1]]],
		['the name "null" is a name', [profile('1'), profile('1', 'null')], [[0], [1]]],
		['name and key do not run together', [profile('b","c', 'a'), profile('c', 'a","b')], [[0], [1]]],
		['capitals count', [profile('a'), profile('A')], [[0], [1]]],
		['invalid items have none', [invalid('m', 'd'), profile('1'), invalid('m', 'd')], [[1]]],
	])('%s', (_name, profiles, jobs) => {
		expect(jobsFor(profiles).map(({ items }) => items)).toEqual(jobs);
	});

	it("with the first item's audit parameters", () => {
		const [job] = jobsFor([profile('1', 'p', 'first'), profile('1', 'p', 'second')]);
		expect(job?.profile.auditParameters).toEqual({ exparam1: 'first' });
	});
});
