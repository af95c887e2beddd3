// What a deck printed and the findings to what its source drawer shows: each figure with its claims, their places, the
// dissent and the ruling. Everything is in words here, so that the page only lays it out.

import type { Claim, Evidence, Source } from '../model/evidence.js';
import type { Dissent, Finding, Precedence } from '../model/finding.js';
import { afresh, type Remember } from '../model/remember.js';
import type {
	DeckSources,
	DrawerClaim,
	DrawerDocument,
	DrawerSlide,
	DrawerTopic,
	PrintCode,
} from '../model/slide-sources.js';
import { PRINT_CHART, PRINT_TEXT, PRINT_VALUE } from '../model/slide-sources.js';
import {
	causeText,
	citeFinding,
	type Desk,
	namesOf,
	openDesk,
	opponentsOf,
	printClaim,
	printDissent,
	topicName,
} from './cite.js';
import { formatDate } from './format.js';
import { KIND_TEXT } from './ledger-sections.js';

export interface PrintedSlide {
	readonly name: string;
	readonly claims: readonly string[];
	readonly prints: readonly {
		readonly text: string;
		readonly claims: readonly string[];
		readonly isNote: boolean;
	}[];
}

/** Topics are numbered as the slides first need them. */
export function slideSources(
	evidence: Evidence,
	findings: ReadonlyMap<string, Finding>,
	deck: string,
	slides: readonly PrintedSlide[],
	remember: Remember = afresh,
): Omit<DeckSources, 'tables'> {
	const desk = openDesk(evidence, findings);
	const topicOf = new Map(
		[...findings.values()].flatMap((finding) =>
			finding.topic.claims.map((claim) => [claim.id, finding.key] as const),
		),
	);
	const known = remember(`drawer ${deck}`, [findings], () => new Map<string, DrawerTopic>());
	const topics = new Numbered((key) => {
		const topic = known.get(key) ?? drawerTopic(findings.get(key), desk);
		known.set(key, topic);
		return topic;
	});
	const numbersOf = (claims: readonly string[]) => [
		...new Set(claims.flatMap((claim) => topicOf.get(claim) ?? []).map((key) => topics.numberOf(key))),
	];
	const words = evidence.storyline[deck] ?? {};
	return {
		deck,
		brief: evidence.brief.title,
		...minutesOf(evidence.brief.decks.find((entry) => entry.deck === deck)),
		slides: slides.map((slide) => ({
			...drawerSlide(slide, numbersOf, topics.values),
			...minutesOf(words[slide.name]),
		})),
		topics: topics.values,
		documents: evidence.sources.map((source) => drawerDocument(source, desk)),
	};
}

const minutesOf = (planned: { readonly minutes?: number } | undefined) =>
	planned?.minutes === undefined ? {} : { minutes: planned.minutes };

/** What is on the slide comes first, what only the presenter's notes mention after it. */
function drawerSlide(
	{ name, claims, prints }: PrintedSlide,
	numbersOf: (claims: readonly string[]) => readonly number[],
	all: readonly DrawerTopic[],
): DrawerSlide {
	const shown = prints
		.filter(({ isNote }) => !isNote)
		.map(({ text, claims: own }) => ({ text, topics: numbersOf(own) }))
		.filter((print) => print.topics.length > 0);
	return {
		name,
		topics: [...new Set([...shown.flatMap((print) => print.topics), ...numbersOf(claims)])],
		prints: shown.map((print) => [codeOf(print.text, all[print.topics[0] ?? 0]), print.topics] as const),
	};
}

function codeOf(text: string, topic: DrawerTopic | undefined): string | PrintCode {
	if (text === '') return PRINT_CHART;
	if (text === topic?.value) return PRINT_VALUE;
	return text === topic?.text ? PRINT_TEXT : text;
}

class Numbered<T> {
	readonly values: T[] = [];
	readonly #numbers = new Map<string, number>();

	constructor(private readonly make: (key: string) => T) {}

	numberOf(key: string): number {
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		const value = this.make(key);
		const number = this.values.push(value) - 1;
		this.#numbers.set(key, number);
		return number;
	}
}

function drawerDocument(source: Source, { evidence, language, sourceShort }: Desk): DrawerDocument {
	const number = evidence.sources.filter(({ read }) => read).indexOf(source) + 1;
	return {
		...(number > 0 ? { number } : {}),
		short: source.short,
		title: source.title,
		about: aboutSource(source, language),
		...(source.url === undefined ? {} : { url: source.url }),
		...(source.derivesFrom.length === 0
			? {}
			: { derivesFrom: source.derivesFrom.map(sourceShort).join(', ') }),
	};
}

function aboutSource(source: Source, language: string): string {
	const date = source.date === undefined ? 'undated' : formatDate(source.date, language);
	const party = source.party === 'first' ? 'first-party' : 'third-party';
	return [source.publisher, `${party} ${KIND_TEXT[source.kind]}`, date, source.read ? '' : 'not read itself']
		.filter((part) => part !== '')
		.join(' · ');
}

function drawerTopic(finding: Finding | undefined, desk: Desk): DrawerTopic {
	if (finding === undefined) return { name: '', support: '', claims: [] };
	const { topic, value, dissent, ruling, contested } = finding;
	const cited = citeFinding(finding, desk);
	const isInWords = value.kind === 'assertion';
	const text = isInWords || topic.kind !== 'result' ? textOf(finding) : undefined;
	const why = dissent.length === 0 && !contested ? undefined : WHY[finding.precedence];
	const claim = (one: Claim): DrawerClaim => drawerClaim(one, finding, desk);
	return {
		name: topicName(topic, desk),
		...(isInWords ? {} : { value: cited.text }),
		...(text === undefined ? {} : { text }),
		...(cited.range === null ? {} : { range: cited.range }),
		...(contested ? { contested: true as const } : {}),
		support: supportText(finding, desk),
		...(why === undefined ? {} : { why }),
		...(ruling === undefined ? {} : { ruling: `${rulingText(finding, desk)} ${ruling.reason}` }),
		claims: finding.agreeing.map(claim),
		...(dissent.length === 0
			? {}
			: {
					dissent: dissent.map((one) => ({ ...claim(one.claim), cause: whyDifferent(one, finding, desk) })),
				}),
	};
}

/** Where the number comes from in the end, as short as can be. */
function supportText({ support, vendorOnly, agreeing }: Finding, { evidence }: Desk): string {
	const documents = counted(support.sources, 'document');
	if (vendorOnly) {
		const own = agreeing.every(({ source }) =>
			evidence.sources.some(({ id, party }) => id === source && party === 'first'),
		);
		const trail = own ? 'by' : support.sources === 1 ? 'going back to' : 'all going back to';
		return `${documents}, ${trail} ${evidence.subject.vendor}`;
	}
	return support.sources === 1
		? documents
		: `${documents}, ${counted(support.independent, 'independent origin')}`;
}

/** `within range, and contradicts 1,500 tokens/s (Harbour Lab)`. */
function whyDifferent({ claim, cause }: Dissent, finding: Finding, desk: Desk): string {
	const opponents = opponentsOf(claim, finding).map(
		(other) => `${printDissent(other, finding, desk)} (${namesOf([other], desk)})`,
	);
	const text = causeText(cause);
	return opponents.length === 0 ? text : `${text}, and contradicts ${[...new Set(opponents)].join(', ')}`;
}

function textOf({ topic }: Finding): string | undefined {
	return 'text' in topic && topic.text !== undefined ? topic.text : undefined;
}

/** A ruling speaks for itself, and so does a value that stands alone. */
const WHY: Partial<Record<Precedence, string>> = {
	computed: 'It follows from the values of what is compared.',
	'first-party': 'A first-party document says so.',
	'independent-sources': 'More independent origins say so.',
	sources: 'More documents say so.',
	newest: 'The newest document says so.',
	tie: 'Nothing decides between the values.',
};

function rulingText({ ruling }: Finding, desk: Desk): string {
	switch (ruling?.decision.kind) {
		case 'prefer':
			return `${desk.sourceShort(ruling.decision.source)} is preferred.`;
		case 'prefer-computed':
			return 'What it comes to by computing is preferred.';
		default:
			return 'All values stand.';
	}
}

function drawerClaim(claim: Claim, finding: Finding, desk: Desk): DrawerClaim {
	const { value, credits, setup, as, note, source, at } = claim;
	const detail = [
		as === undefined ? '' : `as “${as}”`,
		credits.length === 0 ? '' : `credits ${credits.map(desk.sourceShort).join(', ')}`,
		setupText(setup),
		note ?? '',
	].filter((part) => part !== '');
	const said =
		value.kind === 'assertion' ? (value.holds ? '' : 'denies it') : printClaim(claim, finding, desk);
	return {
		...(said === '' ? {} : { value: said }),
		document: desk.evidence.sources.findIndex(({ id }) => id === source),
		at,
		...(detail.length === 0 ? {} : { detail: detail.join(' · ') }),
	};
}

function setupText(setup: Claim['setup']): string {
	return Object.entries(setup)
		.map(([name, value]) => `${name} ${value}`)
		.join(', ');
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
