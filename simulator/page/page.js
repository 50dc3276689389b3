// Shows what the simulator tells by server-sent events: one picture of everything, whenever it has changed.
import { showAbout } from './about.js';
import { showAuditLog } from './auditLog.js';
import { showChart } from './chart.js';
import { listenToFaults, showFaults } from './faults.js';
import { showFigures } from './figures.js';
import { showProfiles } from './profiles.js';
import { listenToSwitches, showSwitches } from './switches.js';

const connection = document.querySelector('#connection');

function show({ now, seconds, totals, profiles, auditLog, settings }) {
	showFigures({ ...totals, records: profiles.reduce((total, profile) => total + profile.records, 0) });
	showChart(seconds, now);
	showProfiles(profiles);
	showAuditLog(auditLog);
	showSwitches(settings);
	showFaults(settings.faults);
}

const about = await (await fetch('/_simulator/about')).json();
showAbout(about);
listenToSwitches();
listenToFaults(about.faults);

const events = new EventSource('/_simulator/events');
events.onopen = () => {
	connection.textContent = 'Live';
	connection.className = 'live';
};
events.onerror = () => {
	connection.textContent = 'Not running; trying again …';
	connection.className = '';
};
events.onmessage = ({ data }) => show(JSON.parse(data));
