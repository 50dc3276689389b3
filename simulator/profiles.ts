/** One attribute of a profile definition, with the fields the public pages name. */
export interface Attribute {
	id: string;
	name: string;
	datatype: string;
	'group-name': string;
}

export interface Profile {
	profileId: string;
	profileName: string;
	attributes: Attribute[];
	/** Primary keys of the contact records that are there now. */
	keys: Set<string>;
}

/** Which records to put into a profile: named one by one, or counted up from a first key. */
export type RecordSeed =
	| { profileName: string; keys: string[] }
	| { profileName: string; firstKey: string; count: number };

/** The profile that is meant when a request names none. The API's own rule for this is not public. */
export const defaultProfileName = 'sampleprofile';

/** Keys as people have them: a phone number, an e-mail address, a number with letters and leading zeros. */
export const usualProfiles: RecordSeed[] = [
	{ profileName: defaultProfileName, firstKey: '9463183901', count: 60 },
	{ profileName: 'newsletter', firstKey: 'reader01@example.com', count: 24 },
	{ profileName: 'loyalty', firstKey: 'LC-000101', count: 24 },
];

export function seedProfiles(profiles: Map<string, Profile>, seeds: RecordSeed[]): void {
	for (const seed of seeds) {
		let profile = profiles.get(seed.profileName);
		if (!profile) {
			profile = newProfile(seed.profileName, String(1001 + profiles.size));
			profiles.set(seed.profileName, profile);
		}
		const keys = 'keys' in seed ? seed.keys : keysFrom(seed.firstKey, seed.count);
		for (const key of keys) profile.keys.add(key);
	}
}

/** Counts up the last number in a key, keeping its leading zeros: LC-099, LC-100; r9@…, r10@…. */
export function keysFrom(firstKey: string, count: number): string[] {
	const [, before, digits, after] = /^(.*?)(\d+)(\D*)$/.exec(firstKey) ?? ['', firstKey, '', ''];
	const first = BigInt(digits);
	return Array.from({ length: count }, (_, index) => {
		return `${before}${(first + BigInt(index)).toString().padStart(digits.length, '0')}${after}`;
	});
}

function newProfile(profileName: string, profileId: string): Profile {
	const attribute = (id: number, name: string, group: string): Attribute => ({
		id: String(id),
		name,
		datatype: 'String',
		'group-name': group,
	});
	return {
		profileId,
		profileName,
		attributes: [attribute(1, 'key', 'Primary'), attribute(2, 'firstname', 'Personal')],
		keys: new Set(),
	};
}
