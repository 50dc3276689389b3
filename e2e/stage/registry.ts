import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { command } from '../install/command';
import { e2eFolder } from '../install/folders';
import { nodeRuntimeFor } from '../install/nodeRuntime';
import { freePort } from './freePort';
import { startService } from './service';

/** Everybody may read and publish. */
const settingsIn = (folder: string) => ({
	storage: join(folder, 'storage'),
	uplinks: {},
	packages: { '**': { access: '$all', publish: '$all' } },
	web: { enable: false },
	https: { key: join(folder, 'key.pem'), cert: join(folder, 'certificate.pem') },
	log: { type: 'stdout', format: 'pretty', level: 'http' },
});

/**
 * A real npm registry (Verdaccio) on a loopback port that speaks HTTPS: empty at first, with no other registry behind it.
 * It stands in for the one at `host`: who trusts its certificate takes it for that.
 */
export async function startRegistry(host: string, folder: string) {
	const certificateFile = await makeCertificate(host, folder);
	// Verdaccio reads YAML, and JSON is YAML.
	const settingsFile = join(folder, 'verdaccio.yaml');
	writeFileSync(settingsFile, JSON.stringify(settingsIn(folder)));
	const node = await nodeRuntimeFor({ nodeMajors: { from: 22, to: 24 } });
	const program = join(e2eFolder, 'node_modules/verdaccio/bin/verdaccio');
	const port = await freePort();
	const service = await startService({
		name: 'npm registry',
		words: [node.program, program, '--config', settingsFile, '--listen', `https://127.0.0.1:${port}`],
		logFile: join(folder, 'verdaccio.log'),
		isReady: async () => await listens(port),
		readyWithinSeconds: 60,
	});
	return { ...service, port, certificateFile };
}

/** Makes a certificate that signs itself, for one day. Debian brings openssl along with its certificates. */
async function makeCertificate(host: string, folder: string): Promise<string> {
	const names = `subjectAltName=DNS:${host},IP:127.0.0.1`;
	const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${host}`];
	const files = ['-keyout', 'key.pem', '-out', 'certificate.pem'];
	await command(['openssl', 'req', ...kind, '-addext', names, ...files], { folder });
	return join(folder, 'certificate.pem');
}

async function listens(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1');
	await once(socket, 'connect');
	socket.destroy();
	return true;
}
