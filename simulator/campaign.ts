import { accessKeys } from './access';
import { ArrivalLog } from './arrivals';
import type { DeleteRequest } from './deleteRequest';
import { FaultSwitches } from './faults';
import { Ledger, type LedgerEntry } from './ledger';
import { seedProfiles, usualProfiles, type Profile, type RecordSeed } from './profiles';
import { hexadecimal } from './random';
import { failureReply, jsonReply, type Reply } from './reply';
import { changeSettings, usualSettings, type Settings } from './settings';
import { makeThrottle, type Throttle } from './throttles';

/** One line of the audit log: an executed delete with the extra parameters it was asked with. */
export interface AuditEntry {
	at: string;
	profileName: string;
	key: string;
	transactionId: string;
	auditParameters: Record<string, string>;
}

export interface CampaignOptions {
	/** Decides keys, transaction ids, latency and which requests a fault strikes. Default: 1. */
	seed?: number;
	profiles?: RecordSeed[];
	settings?: Partial<Settings>;
}

/** A tenant of Webex Campaign: its records, what has been done to them, and the switches in force. */
export class Campaign {
	readonly seed: number;
	readonly accessKeys;
	profiles!: Map<string, Profile>;
	ledger!: Ledger;
	auditLog!: AuditEntry[];
	arrivals!: ArrivalLog;
	settings!: Settings;
	throttle!: Throttle;
	faults!: FaultSwitches;

	constructor(private readonly options: CampaignOptions = {}) {
		this.seed = options.seed ?? 1;
		this.accessKeys = accessKeys(this.seed);
		this.reset();
	}

	/** Back to the start: records, switches, ledger and logs. Requests in flight count in the old ledger. */
	reset(): void {
		this.profiles = new Map();
		this.addRecords(this.options.profiles ?? usualProfiles);
		this.ledger = new Ledger();
		this.auditLog = [];
		this.arrivals = new ArrivalLog();
		this.settings = usualSettings;
		this.change({ ...usualSettings, ...this.options.settings });
	}

	addRecords(seeds: RecordSeed[]): void {
		seedProfiles(this.profiles, seeds);
	}

	/** A throttle or faults that are named start afresh, even if they are the same as before. */
	change(change: Partial<Settings>): void {
		this.settings = changeSettings(this.settings, change);
		if (change.throttle) this.throttle = makeThrottle(change.throttle, performance.now());
		if (change.faults) this.faults = new FaultSwitches(change.faults, this.seed);
	}

	/** Deletes the record if it is there, and says what the API says. */
	deleteProfile(request: DeleteRequest, entry: LedgerEntry): Reply {
		const { codeKind } = this.settings;
		const { profileName, key, auditParameters } = request;
		const profile = this.profiles.get(profileName);
		if (!profile) return failureReply(102, codeKind);
		if (!profile.keys.delete(key)) return failureReply(1020, codeKind);

		const at = new Date().toISOString();
		const transactionId = hexadecimal(this.seed, `${profileName}\n${key}\n${entry.executed}`);
		this.ledger.executed(entry, transactionId, at);
		this.auditLog.push({ at, profileName, key, transactionId, auditParameters });
		return jsonReply(200, { 'transaction-id': transactionId });
	}
}
