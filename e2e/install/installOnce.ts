import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command';
import { cacheFolder, e2eFolder } from './folders';

type Versions = Record<string, string>;

export interface Installation {
	dependencies: Versions;
	overrides?: Versions;
	environment?: NodeJS.ProcessEnv;
	/** What is left to do then. */
	finish?: (folder: string) => Promise<unknown>;
}

/** A third of npm's time for a whole n8n; and what two releases share is downloaded once. */
const pnpm = join(e2eFolder, 'node_modules/pnpm/bin/pnpm.cjs');

/** For npm and for pnpm, which is to lay the folders out as npm does: n8n's users have them so. */
const settings = `ignore-scripts=true
fund=false
audit=false
loglevel=error
node-linker=hoisted
store-dir=${join(cacheFolder, 'pnpm')}
`;

const asked = new Map<string, Promise<string>>();

/**
 * npm packages in a folder of the cache, installed in this or an earlier run. One that was left half-done is emptied and
 * begun again.
 *
 * @param expectation how long it takes and how much it is, for who waits for minutes
 */
export async function installOnce(name: string, expectation: string, installation: Installation): Promise<string> {
	const folder = asked.get(name) ?? install(name, expectation, installation);
	asked.set(name, folder);
	return await folder;
}

async function install(name: string, expectation: string, installation: Installation): Promise<string> {
	const folder = join(cacheFolder, name);
	const finished = join(folder, '.installed');
	if (existsSync(finished)) return folder;

	console.log(`Installing ${name} (${expectation}) …`);
	rmSync(folder, { recursive: true, force: true });
	const begun = Date.now();
	const seconds = () => Math.round((Date.now() - begun) / 1000);
	const telling = setInterval(() => console.log(`  ${name}: ${seconds()} s so far`), 20_000);
	const { dependencies, overrides, environment, finish } = installation;
	writePackage(folder, dependencies, overrides);
	await command([process.execPath, pnpm, 'install'], { folder, environment }).finally(() => clearInterval(telling));
	await finish?.(folder);
	writeFileSync(finished, new Date().toISOString());
	console.log(`Installed ${name} in ${seconds()} s`);
	return folder;
}

/** Makes `folder` a private package with these dependencies, whose install scripts do not run. */
export function writePackage(folder: string, dependencies: Versions, overrides: Versions = {}): void {
	mkdirSync(folder, { recursive: true });
	const contents = { private: true, dependencies, pnpm: { overrides } };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(contents));
	writeFileSync(join(folder, '.npmrc'), settings);
}
