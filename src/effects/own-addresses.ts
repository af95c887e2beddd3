// The addresses under which this machine can be reached.

import { networkInterfaces } from 'node:os';

export function ownAddresses(): readonly string[] {
	return Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
}
