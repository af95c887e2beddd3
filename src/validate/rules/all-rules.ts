// Every rule, in the order in which a reader of the files would meet their subjects.

import { benchmarkBounds } from './benchmark-bounds.js';
import { circularDerivation } from './circular-derivation.js';
import { claimUnit } from './claim-unit.js';
import { computed } from './computed.js';
import { deckNames } from './deck-names.js';
import { duplicateClaim } from './duplicate-claim.js';
import { duplicateDeck } from './duplicate-deck.js';
import { duplicateId } from './duplicate-id.js';
import { duplicateName } from './duplicate-name.js';
import { duplicateResult } from './duplicate-result.js';
import { duplicateRuling } from './duplicate-ruling.js';
import { futureDate } from './future-date.js';
import { plannedMinutes } from './planned-minutes.js';
import type { Rule } from './rule.js';
import { rulingWithoutClaim } from './ruling-without-claim.js';
import { selfReference } from './self-reference.js';
import { severalPredecessors } from './several-predecessors.js';
import { storylineDigits } from './storyline-digits.js';
import { storylineReferences } from './storyline-references.js';
import { unknownReference } from './unknown-reference.js';
import { unreadSource } from './unread-source.js';
import { valueBounds } from './value-bounds.js';
import { valueKind } from './value-kind.js';

/** Rules that read the storyline. All others find the same as long as the rest of the brief is the same. */
export const STORYLINE_RULES: ReadonlySet<Rule> = new Set([
	deckNames,
	plannedMinutes,
	storylineReferences,
	storylineDigits,
]);

export const ALL_RULES: readonly Rule[] = [
	duplicateId,
	duplicateName,
	unknownReference,
	selfReference,
	circularDerivation,
	unreadSource,
	severalPredecessors,
	benchmarkBounds,
	duplicateResult,
	duplicateClaim,
	claimUnit,
	valueKind,
	valueBounds,
	computed,
	futureDate,
	duplicateRuling,
	rulingWithoutClaim,
	deckNames,
	duplicateDeck,
	plannedMinutes,
	storylineReferences,
	storylineDigits,
];
