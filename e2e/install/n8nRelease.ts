import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../releases';
import { command } from './command';
import { installOnce } from './installOnce';
import { environmentOf, nodeRuntimeFor, type NodeRuntime } from './nodeRuntime';

const sqliteVersion = '5.1.7';
const sqliteBinary = 'node_modules/sqlite3/build/Release/node_sqlite3.node';

export interface InstalledRelease extends Release {
	node: NodeRuntime;
	/** The folder that holds its node_modules. */
	folder: string;
	/** The script that Node.js runs. */
	program: string;
}

/** n8n as npm has it, plus the one native module of its own that npm can't bring without an install script. */
export async function installN8n(release: Release): Promise<InstalledRelease> {
	const node = await nodeRuntimeFor(release);
	const sqlite = compileSqlite();
	const n8n = installOnce(`n8n-${release.n8n}`, '1 to 5 minutes, 1,900 MB', {
		dependencies: { n8n: release.n8n },
		overrides: release.overrides,
		environment: environmentOf(node),
		finish: async (target) => cpSync(join(await sqlite, sqliteBinary), join(target, sqliteBinary)),
	});
	const [folder] = await Promise.all([n8n, sqlite]);
	return { ...release, node, folder, program: join(folder, 'node_modules/n8n/bin/n8n') };
}

/** Compiled once, by the oldest Node.js in use: what 20 compiles runs in 24, what 24 compiles crashes in 20. */
async function compileSqlite(): Promise<string> {
	const node = await nodeRuntimeFor({ nodeMajors: { from: 20, to: 24 } });
	// Optimized for its compile time: less than half of it.
	const environment = { ...environmentOf(node), CFLAGS: '-O1', CXXFLAGS: '-O1' };
	return await installOnce(`sqlite3-${sqliteVersion}`, 'compiles, 1 to 2 minutes', {
		dependencies: { sqlite3: sqliteVersion },
		environment,
		finish: async (folder) =>
			await command(['npm', 'rebuild', 'sqlite3', '--ignore-scripts=false'], { folder, environment }),
	});
}
