// The deck's evidence, as it travels in the page. After a live update it is read again.

import { type PackedSources, unpackSources } from '../../model/packed-sources.js';
import type { DeckSources } from '../../model/slide-sources.js';

const NOTHING: PackedSources = {
	deck: '',
	brief: '',
	documents: [],
	topics: [],
	slides: [],
	tables: [],
	texts: [],
};

export function readSources(): DeckSources {
	const text = document.getElementById('modelbrief-data')?.textContent ?? '{}';
	return unpackSources({ ...NOTHING, ...JSON.parse(text) });
}

/** Sent by live.ts after it has changed the page. */
export const PATCHED = 'modelbrief:patched';
