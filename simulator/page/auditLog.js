// The newest executed deletes, with the extra parameters they were asked with. A row that comes in lights up.
import { html } from './preact.js';

const words = (parameters) =>
	Object.entries(parameters)
		.map(([name, value]) => `${name}: ${value}`)
		.join(', ') || '–';

const row = ({ at, profileName, key, transactionId, auditParameters }) => html`
	<tr key=${transactionId}>
		<td>${new Date(at).toLocaleTimeString('en-GB')}</td>
		<td>${profileName}</td>
		<td title=${key}>${key}</td>
		<td title=${transactionId}>${transactionId}</td>
		<td title=${words(auditParameters)}>${words(auditParameters)}</td>
	</tr>
`;

export const AuditLog = ({ entries }) =>
	entries.length === 0
		? html`<small>Nothing has been deleted yet. Run a workflow in n8n and watch it arrive here.</small>`
		: html`
				<div class="scroll">
					<table>
						<thead>
							<tr>
								${['Time', 'Profile', 'Key', 'Transaction id', 'Extra parameters'].map(
									(name) => html`<th>${name}</th>`,
								)}
							</tr>
						</thead>
						<tbody id="audit">
							${entries.map(row)}
						</tbody>
					</table>
				</div>
			`;
