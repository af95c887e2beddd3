// The storyline to phrases: `{gain osworld-verified}` becomes a cited value. References were checked by validation;
// one that has no value here prints as "not reported".

import type { SlideWords, StorylineText } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { Cited, Counts, Phrase, Words } from '../model/story.js';
import { rangeOfSpread } from '../model/written.js';
import { citeFinding, counted, type Desk } from './cite.js';
import { citeDifference } from './differences.js';
import { formatNumber, formatValue } from './format.js';
import { citeRank } from './rank.js';

const NO_WORDS: Words = {
	kicker: null,
	headline: null,
	takeaway: null,
	points: [],
	notes: { say: null, caveat: null, question: null, answer: null },
};

/** Words for every slide of a deck; slides without words get empty ones, so that a template may always ask. */
export function wordsOf(
	deck: string,
	slides: readonly string[],
	desk: Desk,
	counts: Counts,
): Readonly<Record<string, Words>> {
	const written = desk.evidence.storyline[deck] ?? {};
	return Object.fromEntries(
		slides.map((slide) => [
			slide,
			written[slide] === undefined ? NO_WORDS : slideWords(written[slide], desk, counts),
		]),
	);
}

function slideWords(words: SlideWords, desk: Desk, counts: Counts): Words {
	const phrase = (text: StorylineText | undefined) =>
		text === undefined ? null : phraseOf(text, desk, counts);
	return {
		kicker: phrase(words.kicker),
		headline: phrase(words.headline),
		takeaway: phrase(words.takeaway),
		points: words.points.map((text) => phraseOf(text, desk, counts)),
		notes: {
			say: phrase(words.notes?.say),
			caveat: phrase(words.notes?.caveat),
			question: phrase(words.notes?.question),
			answer: phrase(words.notes?.answer),
		},
	};
}

function phraseOf({ text, where }: StorylineText, desk: Desk, counts: Counts): Phrase {
	const parts = text
		.split(/(\{[^{}]*\}|\*\*[^*{}]+\*\*)/)
		.filter((part) => part !== '')
		.map((part): Phrase['parts'][number] => {
			if (part.startsWith('{')) return resolveReference(part.slice(1, -1).trim(), desk, counts);
			return part.startsWith('**') ? { kind: 'strong', text: part.slice(2, -2) } : part;
		});
	return { kind: 'phrase', parts, where };
}

const UNKNOWN = counted('not reported');

function resolveReference(reference: string, desk: Desk, counts: Counts): Cited {
	const [word = '', first = '', second = ''] = reference.split(/\s+/);
	switch (word) {
		case 'gain':
			return difference(desk, first, roleId(desk, 'predecessor'));
		case 'gap':
			return difference(desk, first, roleId(desk, 'human'));
		case 'lead':
			return difference(desk, first, second);
		case 'rank':
			return citeRank(first, second === '' ? desk.evidence.subject.id : second, desk) ?? UNKNOWN;
		case 'range':
			return rangeOf(findTopic(desk, first), desk);
		case 'proposal':
			return proposalOf(first, desk);
		case 'count':
			return first in counts ? counts[first as keyof Counts] : UNKNOWN;
		default: {
			const finding = findTopic(desk, word);
			return finding === undefined ? UNKNOWN : citeFinding(finding, desk);
		}
	}
}

const roleId = (desk: Desk, role: string) =>
	desk.evidence.models.find((model) => model.role === role)?.id ?? '';

/** A bare benchmark id means the subject's result. */
function findTopic(desk: Desk, key: string): Finding | undefined {
	return desk.find(key) ?? desk.find(`${key}/${desk.evidence.subject.id}`);
}

/** Unsigned, since the sentence around it says which way it goes. */
function difference(desk: Desk, benchmark: string, other: string): Cited {
	const [left, right] = [findTopic(desk, benchmark), desk.find(`${benchmark}/${other}`)];
	if (left === undefined || right === undefined) return UNKNOWN;
	return citeDifference(left, right, desk, { signed: false, unit: left.unit }) ?? UNKNOWN;
}

function rangeOf(finding: Finding | undefined, desk: Desk): Cited {
	if (finding?.spread === undefined || finding.spread.low === finding.spread.high) return UNKNOWN;
	const cited = citeFinding({ ...finding, value: rangeOfSpread(finding.spread) }, desk);
	const claims = [...finding.topic.claims.map((claim) => claim.id), ...(finding.computed?.inputs ?? [])];
	return { ...cited, key: `range ${finding.key}`, claims: [...new Set(claims)] };
}

/** The author's own number, which says so. */
function proposalOf(id: string, { evidence, language }: Desk): Cited {
	const proposal = evidence.proposals[id];
	if (proposal === undefined) return UNKNOWN;
	const { value, unit, label } = proposal;
	const amount =
		unit === 'weeks' || unit === 'months'
			? `${formatNumber(value, { language })} ${value === 1 ? unit.slice(0, -1) : unit}`
			: formatValue({ kind: 'number', number: value }, unit, { language });
	return { ...counted(`${amount} (our proposal)`), origin: 'proposal', about: label };
}
