import { parseArgs } from 'node:util';
import { spawnSimulator } from '../simulator/spawn';
import { installN8n } from './install/n8nRelease';
import { packNode } from './install/packedNode';
import { currentRelease } from './releases';
import { openN8nWithNode } from './stage/n8nWithNode';
import { owner } from './stage/n8nApi';
import { stopAllServices, stopServicesOnSignals } from './stage/service';
import { fieldsFor, saveCredential } from './stage/webexCampaign';

/** A Webex Campaign and an n8n with the node, its credential and the example workflows, until Ctrl-C. */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string' } } });
	const release = await installN8n(currentRelease);
	const tarball = await packNode();
	console.log('Starting a Webex Campaign and n8n …');
	const simulator = await spawnSimulator();
	const { n8n, api } = await openN8nWithNode(release, tarball, values.port ? { N8N_PORT: values.port } : {});
	await saveCredential(api, fieldsFor(simulator), 'Webex Campaign account');

	console.log(`
n8n             ${n8n.url}     (log in as ${owner.email}, password ${owner.password})
Webex Campaign  ${simulator.url}

Run a workflow in one tab and watch the records vanish in the other. Ctrl-C stops both.`);
}

stopServicesOnSignals();
main().catch(async (fault: Error) => {
	console.error(fault.message);
	await stopAllServices();
	process.exitCode = 1;
});
