import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command } from './command';

/** Debian asks this file before a package starts its service. */
const policyFile = '/usr/sbin/policy-rc.d';

/**
 * Where a program is; a Debian package that is missing is installed, without starting the package's own service.
 *
 * @param places folders to look in besides the path
 * @throws if it is missing and can't be installed
 */
export async function debianProgram(names: string[], packages: string[], places = (): string[] => []): Promise<string> {
	const find = () =>
		[...places(), ...(process.env.PATH ?? '').split(delimiter)]
			.flatMap((folder) => names.map((name) => join(folder, name)))
			.find((file) => existsSync(file));
	const found = find();
	if (found) return found;

	console.log(`Installing Debian's ${packages.join(', ')} …`);
	const mayNotStart = existsSync(policyFile);
	// 101 is "not allowed".
	if (!mayNotStart) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	const remove = () => mayNotStart || rmSync(policyFile, { force: true });
	process.once('exit', remove);
	try {
		const apt = { folder: '/', environment: { DEBIAN_FRONTEND: 'noninteractive' } };
		await command(['apt-get', 'update', '-qq'], apt);
		await command(['apt-get', 'install', '-y', '-qq', ...packages], apt);
	} finally {
		remove();
	}
	const installed = find();
	if (!installed) throw new Error(`There is no ${names[0]}, not even with Debian's ${packages[0]}.`);
	return installed;
}
