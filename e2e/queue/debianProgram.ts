import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command } from '../install/command';

const policyFile = '/usr/sbin/policy-rc.d';

/**
 * Where a program is; a Debian package that is missing is installed, without starting the package's own service.
 *
 * @param places folders to look in besides the path
 * @throws if it is missing and can't be installed
 */
export async function debianProgram(name: string, packageName: string, places: string[] = []): Promise<string> {
	const find = () =>
		[...places, ...(process.env.PATH ?? '').split(delimiter)]
			.map((folder) => join(folder, name))
			.find((file) => existsSync(file));
	const found = find();
	if (found) return found;

	console.log(`Installing Debian's ${packageName} …`);
	await withoutServices(async () => {
		const apt = { folder: '/', environment: { DEBIAN_FRONTEND: 'noninteractive' } };
		await command(['apt-get', 'update', '-qq'], apt);
		await command(['apt-get', 'install', '-y', '-qq', packageName], apt);
	});
	const installed = find();
	if (!installed) throw new Error(`There is no ${name}, not even with Debian's ${packageName}.`);
	return installed;
}

/** Debian asks this file before a package starts its service; 101 is "not allowed". */
async function withoutServices(install: () => Promise<void>): Promise<void> {
	if (existsSync(policyFile)) return await install();
	writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	try {
		await install();
	} finally {
		rmSync(policyFile);
	}
}
