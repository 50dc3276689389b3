import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command';
import { cacheFolder } from './folders';

const TELL_EVERY = 20_000;

/** Says how long it has taken and how much is there, for who waits for minutes. */
async function tellProgress(name: string, folder: string, begun: number): Promise<void> {
	const size = await command(['du', '-sm', folder], { folder }).catch(() => '');
	const [megabytes] = size.split(/\s/);
	const seconds = Math.round((Date.now() - begun) / 1000);
	console.log(`  ${name}: ${seconds} s${megabytes ? `, ${Number(megabytes).toLocaleString('en-US')} MB` : ''} so far`);
}

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
	const telling = setInterval(() => void tellProgress(name, folder, begun), TELL_EVERY);
	await install(folder).finally(() => clearInterval(telling));
	writeFileSync(finished, new Date().toISOString());
	console.log(`Installed ${name} in ${Math.round((Date.now() - begun) / 1000)} s`);
	return folder;
}
