import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './folders';

/**
 * A folder in the cache that `install` filled in this or an earlier run.
 * One that was left half-done is emptied and begun again.
 */
export async function installOnce(
	name: string,
	expectation: string,
	install: (folder: string) => Promise<void>,
): Promise<string> {
	const folder = join(cacheFolder, name);
	const finished = join(folder, '.installed');
	if (existsSync(finished)) return folder;

	const begun = Date.now();
	console.log(`Installing ${name} (${expectation}) …`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await install(folder);
	writeFileSync(finished, new Date().toISOString());
	console.log(`Installed ${name} in ${Math.round((Date.now() - begun) / 1000)} s`);
	return folder;
}
