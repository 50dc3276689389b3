import { parseArgs } from 'node:util';
import { spawnSimulator } from '../simulator/spawn';
import { installN8n } from './install/n8nRelease';
import { packNode } from './install/packedNode';
import { saveFirstWorkflow } from './playground/firstWorkflow';
import { currentRelease } from './releases';
import { saveCredentialOf } from './stage/credential';
import { publishExample } from './stage/example';
import { freePort } from './stage/freePort';
import { owner } from './stage/n8nApi';
import { openN8nWithNode } from './stage/n8nWithNode';
import { stopAllServices, stopServicesOnSignals } from './stage/service';
import { fieldsFor, saveCredential } from './stage/webexCampaign';

/** The examples that need no account anywhere. */
const examples = [
	'erasure-form.json',
	'dry-run-first.json',
	'spreadsheet-with-report.json',
	'crm-webhook.json',
];
const formLogin = { user: 'office', password: 'erase-with-care' };
const crmSecret = { name: 'X-CRM-Secret', value: 'only-the-crm-knows' };

/** A Webex Campaign and an n8n with the node, its credential and workflows that run, until Ctrl-C. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			'simulator-port': { type: 'string', default: '8080' },
		},
	});
	const release = await installN8n(currentRelease);
	const tarball = await packNode();
	console.log('Starting a Webex Campaign and n8n …');
	const simulator = await spawnSimulator({ port: await freePort(Number(values['simulator-port'])) });
	const { n8n, api } = await openN8nWithNode(release, tarball, {
		N8N_PORT: String(await freePort(Number(values.port))),
	});
	const credentials = {
		...(await saveCredential(api, fieldsFor(simulator), 'Webex Campaign account')),
		...(await saveCredentialOf(api, 'httpBasicAuth', formLogin, 'Erasure form login')),
		...(await saveCredentialOf(api, 'httpHeaderAuth', crmSecret, 'CRM webhook secret')),
	};
	for (const example of examples) await publishExample(api, example, credentials);
	const first = await saveFirstWorkflow(api, credentials);

	console.log(`
Webex Campaign  ${simulator.url}
n8n             ${n8n.url}/workflow/${first.id}
                log in as ${owner.email}, password ${owner.password}

Open both, execute the workflow in n8n, and watch the records vanish in Webex Campaign. Then try:
  a form        ${n8n.url}/form/erasure-request     (user ${formLogin.user}, password ${formLogin.password})
  a dry run     ${n8n.url}/form/dry-run-first
  a list        ${n8n.url}/form/erasure-list
  a webhook     curl ${n8n.url}/webhook/erase-contact -H '${crmSecret.name}: ${crmSecret.value}' \\
                  -H 'content-type: application/json' -d '{"customerId":"9463183920","ticket":"DSR-1"}'

Ctrl-C stops both.`);
}

stopServicesOnSignals();
main().catch(async (fault: Error) => {
	console.error(fault.message);
	await stopAllServices();
	process.exit(1);
});
