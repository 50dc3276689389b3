// Shows what the simulator tells by server-sent events: one picture of everything, whenever it has changed.
import { AuditLog } from './auditLog.js';
import { Chart } from './chart.js';
import { Faults } from './faults.js';
import { html, render, useState } from './preact.js';
import { Profile } from './profile.js';
import { Switches, post } from './switches.js';

const about = await (await fetch('/_simulator/about')).json();
const format = new Intl.NumberFormat('en-US');

/** A total in large print; what is zero stays quiet. */
const figure = (number, label, kind = '') =>
	html`<div><strong class=${number === 0 ? 'zero' : kind}>${format.format(number)}</strong>${label}</div>`;

/** Where the API is or what opens it, to be copied into n8n's credential. */
function Copy({ name, title }) {
	const [isCopied, tell] = useState(false);
	const copy = async () => {
		await navigator.clipboard.writeText(about[name]);
		tell(true);
	};
	return html`<label
		>${title}${isCopied && ': copied'}<button class="copy outline secondary" onClick=${copy}>
			${about[name]}
		</button></label
	>`;
}

const Page = ({ isLive, now, seconds, totals, profiles, auditLog, settings }) => html`
	<header>
		<div>
			<h1>Webex Campaign simulator</h1>
			<small>A stand-in on this machine only. Its profiles are made up, and nothing leaves it.</small>
		</div>
		<small id="connection" role="status" class=${isLive ? 'live' : ''}
			>${isLive ? 'Live' : 'Not running; trying again …'}</small
		>
	</header>
	<main>
		<article id="figures" aria-label="Totals">
			${figure(
				profiles.reduce((total, { records }) => total + records, 0),
				'records',
			)}
			${figure(totals.executed, 'deleted', 'deleted')} ${figure(totals.requests, 'requests')}
			${figure(totals.refused, 'refused with 429', 'refused')} ${figure(totals.faults, 'struck by a fault', 'struck')}
			${figure(totals.inFlight, 'in flight')}
		</article>
		<article>
			<h2>Requests per second <small>the last minute</small></h2>
			<${Chart} seconds=${seconds} now=${now} />
		</article>
		<article id="profiles">
			<h2>Profiles <small>each chip is the primary key of a contact record</small></h2>
			${profiles.map((profile) => html`<${Profile} key=${profile.profileName} ...${profile} />`)}
		</article>
		<article>
			<h2>Audit log <small>deletes as they were executed, newest first</small></h2>
			<${AuditLog} entries=${auditLog} />
		</article>
	</main>
	<aside>
		<${Switches} settings=${settings} />
		<${Faults} rules=${settings.faults} kinds=${about.faults} />
		<article>
			<h2>For the credential <small>click to copy</small></h2>
			<${Copy} name="endpoint" title="API Endpoint, with the region Custom" />
			<${Copy} name="apiKey" title="API Secret Key that may do everything" />
			<${Copy} name="deleteOnlyKey" title="API Secret Key that may only delete" />
			<${Copy} name="ungrantedKey" title="API Secret Key that may not delete" />
		</article>
		<button class="outline secondary" onClick=${() => post('reset')}>Back to the start</button>
		<small>Brings back all records, clears the logs and switches everything off.</small>
	</aside>
`;

let picture;
const show = (isLive) => picture && render(html`<${Page} isLive=${isLive} ...${picture} />`, document.body);
const events = new EventSource('/_simulator/events');
events.onerror = () => show(false);
events.onmessage = ({ data }) => {
	picture = JSON.parse(data);
	show(true);
};
