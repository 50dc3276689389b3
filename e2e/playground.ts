import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { usualProfiles } from '../simulator/profiles';
import { spawnSimulator } from '../simulator/spawn';
import { cacheFolder } from './install/folders';
import { installN8n } from './install/n8nRelease';
import { packNode } from './install/packedNode';
import { saveAgentCredentials } from './playground/agent';
import { loadExamples } from './playground/examples';
import { saveFirstWorkflow } from './playground/firstWorkflow';
import { openKeptN8n, takeFolder } from './playground/keptN8n';
import { contacts, fillDataTables, keepLists, writeContactList } from './playground/lists';
import { currentRelease } from './releases';
import { crmSecret, formLogin, saveExampleCredentials } from './stage/example';
import { freePort } from './stage/freePort';
import { owner } from './stage/n8nApi';
import { runWithServices } from './stage/service';
import { fieldsFor, saveCredential } from './stage/webexCampaign';

const profiles = [contacts, ...usualProfiles.filter(({ profileName }) => profileName !== contacts.profileName)];

const usage = `npm run playground -- [--anew] [--folder .cache/playground] [--port 5678] [--simulator-port 8080]

--anew            forgets what was done in n8n before
--folder          where n8n keeps its data
--port            of n8n; another one is taken if it is not free
--simulator-port  of the simulated Webex Campaign`;

/** A Webex Campaign and an n8n with the node, its credential and workflows that run, until Ctrl-C. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			'simulator-port': { type: 'string', default: '8080' },
			folder: { type: 'string', default: resolve(cacheFolder, 'playground') },
			anew: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(usage);
	const release = await installN8n(currentRelease);
	const tarball = await packNode();
	takeFolder(values.folder, values.anew);
	console.log('Starting a Webex Campaign and n8n …');
	const simulator = await spawnSimulator({
		port: await freePort(Number(values['simulator-port'])),
		profiles,
	});
	const { n8n, api } = await openKeptN8n(release, tarball, values.folder, {
		N8N_PORT: String(await freePort(Number(values.port))),
	});
	const credentials = {
		...(await saveCredential(api, fieldsFor(simulator), 'Webex Campaign account')),
		...(await saveExampleCredentials(api)),
		...(await saveAgentCredentials(api, (words) => console.log(`\n${words}`))),
	};
	await fillDataTables(api);
	void keepLists(api, simulator).catch(() => undefined);
	const examples = await loadExamples(api, credentials);
	const first = await saveFirstWorkflow(api, credentials, simulator.url);

	console.log(`
Webex Campaign  ${simulator.url}
n8n             ${n8n.url}/workflow/${first.id}
                log in as ${owner.email}, password ${owner.password}

Open both, execute the workflow in n8n, and watch the records vanish in Webex Campaign. Then try:
  a form        ${n8n.url}/form/erasure-request     (user ${formLogin.user}, password ${formLogin.password})
  a dry run     ${n8n.url}/form/dry-run-first
  a list        ${n8n.url}/form/erasure-list        with ${writeContactList(n8n.userFolder)}
  a webhook     curl ${n8n.url}/webhook/erase-contact -H '${crmSecret.name}: ${crmSecret.value}' \\
                  -H 'content-type: application/json' -d '{"customerId":"9463183920","ticket":"DSR-1"}'
  a throttle    choose one on the page of Webex Campaign, then run a list

All examples, each with notes on how to use it:
${examples.map(({ id, name }) => `  ${n8n.url}/workflow/${id}  ${name}`).join('\n')}

n8n's log is in ${n8n.logFile}; what the node writes into it is shown here too.
Ctrl-C stops everything. What you do in n8n is kept in ${values.folder}; the records of Webex Campaign are back at the
next start. npm run playground -- --anew begins anew.`);
	createInterface({ input: n8n.output }).on('line', (line) => {
		if (line.startsWith('Webex Campaign')) console.log(line);
	});
	// One is of no use without the other: if one ends, both are stopped.
	await Promise.race([simulator.ended, n8n.ended]);
}

function tellThatItStops(): void {
	console.log('\nStopping n8n and Webex Campaign, which takes up to ten seconds …');
	process.once('exit', () => console.log('Stopped.'));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, tellThatItStops);
runWithServices(main);
