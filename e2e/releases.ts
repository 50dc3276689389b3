/** The n8n releases the node is tested in. Exact versions: what passed yesterday passes today. */
export interface Release {
	n8n: string;
	/** The Node.js majors the release runs on with its own settings. */
	nodeMajors: { from: number; to: number };
	/** Other versions of n8n's own dependencies than it names. */
	overrides?: Record<string, string>;
}

/** These name a spreadsheet reader by a download address; npm's last version of it serves as well here. */
const fromNpm = { xlsx: '0.18.5' };

export const currentRelease: Release = { n8n: '2.41.1', nodeMajors: { from: 24, to: 24 } };

export const olderReleases: Release[] = [
	{ n8n: '2.0.0', nodeMajors: { from: 20, to: 24 }, overrides: fromNpm },
	// It says 20 too, but its expression sandbox has no build for that.
	{ n8n: '1.123.81', nodeMajors: { from: 22, to: 24 }, overrides: fromNpm },
];
