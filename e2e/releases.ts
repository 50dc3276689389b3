/** The n8n releases the node is tested in. Exact versions: what passed yesterday passes today. */
export interface Release {
	n8n: string;
	/** The Node.js majors the release runs on with its own settings. */
	nodeMajors: { from: number; to: number };
	/** Other versions of n8n's own dependencies than it names. */
	overrides?: Record<string, string>;
}

const ofTheirTime = {
	// They name a download address; npm's last version serves as well here.
	xlsx: '0.18.5',
	// The newer ones that they allow ask for a newer @langchain/core than they name.
	'@langchain/langgraph': '1.0.2',
	'@langchain/langgraph-checkpoint': '1.0.0',
};

export const currentRelease: Release = { n8n: '2.41.1', nodeMajors: { from: 24, to: 24 } };

export const olderReleases: Release[] = [
	{ n8n: '2.0.0', nodeMajors: { from: 20, to: 24 }, overrides: ofTheirTime },
	// It says 20 too, but its expression sandbox has no build for that.
	{ n8n: '1.123.81', nodeMajors: { from: 22, to: 24 }, overrides: ofTheirTime },
];
