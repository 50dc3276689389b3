import type { Campaign } from './campaign';
import type { SimulatorReadings, SimulatorSwitches } from './control';

/** The control surface of a campaign in this process. */
export function controls(campaign: Campaign): SimulatorReadings & SimulatorSwitches {
	return {
		settings: async () => campaign.settings,
		profiles: async () => [...campaign.profiles.values()].map((profile) => ({ ...profile, keys: [...profile.keys] })),
		ledger: async () => campaign.ledger.entries(),
		totals: async () => ({ ...campaign.ledger.totals }),
		seconds: async () => campaign.ledger.seconds.map((second) => ({ ...second })),
		auditLog: async () => [...campaign.auditLog],
		arrivals: async () => campaign.arrivals.arrivals(),
		change: async (change) => campaign.change(change),
		addRecords: async (seeds) => campaign.addRecords(seeds),
		reset: async () => campaign.reset(),
	};
}
