// Where the API is and what opens it, to be copied into n8n's credential.
const words = {
	endpoint: 'API Endpoint, with the region Custom',
	apiKey: 'API Secret Key that may do everything',
	deleteOnlyKey: 'API Secret Key that may only delete',
	ungrantedKey: 'API Secret Key that may not delete',
};

export function showAbout(about) {
	const place = document.querySelector('#about');
	for (const [name, title] of Object.entries(words)) {
		const label = place.appendChild(document.createElement('p'));
		label.className = 'hint';
		label.textContent = title;
		const value = place.appendChild(document.createElement('button'));
		value.className = 'copy';
		value.textContent = about[name];
		value.addEventListener('click', async () => {
			await navigator.clipboard.writeText(about[name]);
			label.textContent = `${title}: copied`;
		});
	}
}
