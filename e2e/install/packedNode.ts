import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command';
import { cacheFolder, topFolder } from './folders';

/** Builds the package and packs it as `npm publish` would. Returns the tarball's path. */
export async function packNode(): Promise<string> {
	const target = join(cacheFolder, 'packed');
	mkdirSync(target, { recursive: true });
	await command(['npm', 'run', 'build'], { folder: topFolder });
	const printed = await command(['npm', 'pack', '--json', '--pack-destination', target], {
		folder: topFolder,
	});
	const [packed] = JSON.parse(printed) as [{ filename: string }];
	return join(target, packed.filename);
}
