import { parseArgs } from 'node:util';
import { usualProfiles } from '../simulator/profiles';
import { spawnSimulator } from '../simulator/spawn';
import { installN8n } from './install/n8nRelease';
import { packNode } from './install/packedNode';
import { saveAgentCredentials } from './playground/agent';
import { writeContactList } from './playground/contactList';
import { fillDataTables } from './playground/dataTables';
import { loadExamples } from './playground/examples';
import { saveFirstWorkflow } from './playground/firstWorkflow';
import { followLog } from './playground/followLog';
import { currentRelease } from './releases';
import { saveCredentialOf } from './stage/credential';
import { freePort } from './stage/freePort';
import { owner } from './stage/n8nApi';
import { openN8nWithNode } from './stage/n8nWithNode';
import { stopAllServices, stopServicesOnSignals, stopTogether } from './stage/service';
import { fieldsFor, saveCredential } from './stage/webexCampaign';

const formLogin = { user: 'office', password: 'erase-with-care' };
const crmSecret = { name: 'X-CRM-Secret', value: 'only-the-crm-knows' };
const hubSpotApp = { clientId: 'none', clientSecret: 'none', apiKey: 'none', appId: '1700001' };
const contacts = { profileName: 'sampleprofile', firstKey: '9463183901', count: 1000 };
const profiles = [contacts, ...usualProfiles.filter(({ profileName }) => profileName !== contacts.profileName)];

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
	const simulator = await spawnSimulator({
		port: await freePort(Number(values['simulator-port'])),
		profiles,
	});
	stopTogether(simulator);
	const { n8n, api } = await openN8nWithNode(release, tarball, {
		N8N_PORT: String(await freePort(Number(values.port))),
	});
	stopTogether(n8n);
	const credentials = {
		...(await saveCredential(api, fieldsFor(simulator), 'Webex Campaign account')),
		...(await saveCredentialOf(api, 'httpBasicAuth', formLogin, 'Erasure form login')),
		...(await saveCredentialOf(api, 'httpHeaderAuth', crmSecret, 'CRM webhook secret')),
		...(await saveCredentialOf(api, 'hubspotDeveloperApi', hubSpotApp, 'HubSpot app that is not there')),
		...(await saveAgentCredentials(api, (words) => console.log(`\n${words}`))),
	};
	await fillDataTables(api);
	const examples = await loadExamples(api, credentials);
	const first = await saveFirstWorkflow(api, credentials);

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
Ctrl-C stops everything.`);
	followLog(n8n.logFile, (line) => {
		if (line.startsWith('Webex Campaign')) console.log(line);
	});
}

stopServicesOnSignals();
main().catch(async (fault: Error) => {
	console.error(fault.message);
	await stopAllServices();
	process.exit(1);
});
