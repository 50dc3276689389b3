import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './command';
import { topFolder } from './folders';

/** Packs the built package as `npm publish` would. Returns the tarball's path; it goes when this process ends. */
export async function packNode(): Promise<string> {
	const target = mkdtempSync(join(tmpdir(), 'webex-e2e-packed-'));
	process.once('exit', () => rmSync(target, { recursive: true, force: true }));
	const printed = await command(['npm', 'pack', '--json', '--pack-destination', target], { folder: topFolder });
	return join(target, (JSON.parse(printed) as [{ filename: string }])[0].filename);
}
