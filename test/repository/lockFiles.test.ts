import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies } from 'semver';

interface Package {
	version: string;
	peerDependencies?: Record<string, string>;
	peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

const inside = 'node_modules/';
const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');

/** What Node.js finds for `name` from a package's folder. */
function found(packages: Record<string, Package>, folder: string, name: string): Package | undefined {
	const [top = '', ...below] = folder.split(inside);
	const parents = [top, ...below.slice(0, -1)];
	return parents
		.map((_, depth) => packages[[...parents.slice(0, depth + 1), name].join(inside)])
		.findLast((candidate) => candidate !== undefined);
}

/** The peers that a lock file gives in another version than asked for, or not at all. */
function unmetPeers(file: string): string[] {
	const { packages } = JSON.parse(read(file)) as { packages: Record<string, Package> };
	return Object.entries(packages).flatMap(([folder, { peerDependencies = {}, peerDependenciesMeta }]) =>
		Object.entries(peerDependencies)
			.filter(([name, range]) => {
				const peer = found(packages, folder, name);
				return peer ? !satisfies(peer.version, range) : !peerDependenciesMeta?.[name]?.optional;
			})
			.map(([name, range]) => `${folder}: ${name} ${range}`),
	);
}

describe.each(['package-lock.json', 'e2e/package-lock.json'])('%s', (file) => {
	it('names no registry', () => {
		expect(read(file)).not.toMatch(/"resolved"/);
	});

	// What npm 11 writes may lack optional peers, and npm 10 then refuses it; npm 11 takes what npm 10 writes.
	it('suits the npm of every Node.js: all peers are met (if not: npx npm@10 install)', () => {
		expect(unmetPeers(file)).toEqual([]);
	});
});
