// A draft without errors in, the evidence that the rest of the line works on out: defaults filled in, claims located.

import { EDITORIAL_FILES, EVIDENCE_FILES } from '../diagnostics/evidence-tree.js';
import type {
	Brief,
	Claim,
	Evidence,
	Figure,
	Model,
	Ruling,
	SlideWords,
	Storyline,
	StorylineText,
	Topic,
	Unit,
} from '../model/evidence.js';
import { spellPair } from '../model/spell-value.js';
import { claimValue } from './claim-value.js';
import type { Draft, DraftTopic } from './draft.js';
import { PREFER_COMPUTED } from './rules/ruling-without-claim.js';
import type { BriefEntry } from './schema/brief.js';
import type { ClaimEntry } from './schema/claims.js';
import type { FigureEntry } from './schema/figures.js';
import type { RulingEntry } from './schema/rulings.js';
import type { SlideWordsEntry } from './schema/storyline.js';
import { decksOf } from './storyline-decks.js';

const DEFAULT_DECKS: Brief['decks'] = [
	{ deck: 'executive-brief', theme: 'executive' },
	{ deck: 'engineering-deep-dive', theme: 'engineering' },
];

type SoundDraft = Draft & { readonly brief: BriefEntry };

export function buildTopics(draft: SoundDraft): Evidence['topics'] {
	const credits = new Map(draft.sources.map((source) => [source.short, source.id]));
	return draft.topics.map((topic) => buildTopic(draft, topic, draft.brief.subject.id, credits));
}

export function buildEvidence(draft: SoundDraft, topics: Evidence['topics']): Evidence {
	const { brief, places } = draft;
	const subject: Model = { ...brief.subject, role: 'subject', where: places.of(brief.subject) };
	const present = new Set(draft.tree.files.map((file) => file.name));
	return {
		brief: {
			id: briefId(draft.tree.folder) || subject.id,
			title: brief.title,
			language: brief.language ?? 'en',
			asOf: brief.asOf,
			invented: brief.invented ?? false,
			decks: brief.decks ?? DEFAULT_DECKS,
		},
		subject,
		sources: draft.sources.map((source) => ({
			...source,
			derivesFrom: source.derivesFrom ?? [],
			read: source.read ?? true,
			where: places.of(source),
		})),
		models: [subject, ...draft.models.map((model) => ({ ...model, where: places.of(model) }))],
		benchmarks: draft.benchmarks.map((benchmark) => ({
			...benchmark,
			...boundsOf(benchmark),
			short: benchmark.short ?? benchmark.name,
			notSameAs: (benchmark.notSameAs ?? []).map(({ benchmark: other, why }) => ({ benchmark: other, why })),
			where: places.of(benchmark),
		})),
		topics,
		questions: draft.questions.map((question) => ({ ...question, where: places.of(question) })),
		rulings: draft.rulings.map((ruling) => buildRuling(draft, ruling)),
		storyline: buildStoryline(draft),
		proposals: draft.storyline.proposals ?? {},
		missingFiles: EVIDENCE_FILES.filter((file) => !present.has(file) && !EDITORIAL_FILES.includes(file)),
	};
}

function briefId(folder: string): string {
	const name = folder.split(/[\\/]/).findLast((part) => part !== '') ?? '';
	return name === '.' || name === '..' ? '' : name;
}

function boundsOf({ unit, min, max }: { unit: Unit; min?: number | undefined; max?: number | undefined }) {
	const lowest = min ?? (unit === 'percent' ? 0 : undefined);
	const highest = max ?? (unit === 'percent' ? 100 : undefined);
	return { ...(lowest !== undefined && { min: lowest }), ...(highest !== undefined && { max: highest }) };
}

function buildTopic(
	draft: Draft,
	topic: DraftTopic,
	subject: string,
	credits: ReadonlyMap<string, string>,
): Topic {
	const { kind, key, unit, entry } = topic;
	const claims = topic.claims.map((claim, n) => buildClaim(draft, claim, `${key}#${n + 1}`, unit, credits));
	const { id: _id, ...fields } = entry;
	const base = { ...fields, kind, key, claims, where: draft.places.of(entry) };
	const hasModel =
		kind === 'figure' ||
		kind === 'statement' ||
		kind === 'classification' ||
		kind === 'safety-evaluation' ||
		kind === 'access';
	const model = hasModel ? { model: entry.model ?? subject } : {};
	const computed = kind === 'figure' ? computedOf(entry as FigureEntry) : {};
	// The schema of the kind has checked every field that this spreads.
	return { ...base, ...model, ...computed } as unknown as Topic;
}

function computedOf({ computed }: FigureEntry): Pick<Figure, 'computed'> {
	if (!computed) return {};
	const kind = 'difference' in computed ? 'difference' : 'ratio';
	const [of, to] = 'difference' in computed ? computed.difference : computed.ratio;
	return { computed: { kind, of, to } };
}

function buildClaim(
	{ places }: Draft,
	claim: ClaimEntry,
	id: string,
	unit: Unit | undefined,
	credits: ReadonlyMap<string, string>,
): Claim {
	const credited = listOf(claim.credits).map((credit) => credits.get(credit) ?? credit);
	return {
		id,
		value: claimValue(claim, claim.unit ?? unit, places.decimals(claim, 'value')),
		...(claim.unit !== undefined && claim.unit !== unit && { unit: claim.unit }),
		qualifiers: [...new Set(listOf(claim.qualifier))],
		source: claim.source,
		at: claim.at,
		credits: [...new Set(credited)],
		setup: { ...claim.setup } as Claim['setup'],
		...(claim.announced && { announced: claim.announced }),
		...(claim.as !== undefined && { as: claim.as }),
		...(claim.note !== undefined && { note: claim.note }),
		requires: claim.requires ?? [],
		where: places.field(claim, 'value'),
	};
}

function listOf<T extends string>(value: T | readonly T[] | undefined): readonly T[] {
	if (value === undefined) return [];
	return typeof value === 'string' ? [value] : value;
}

function buildRuling({ places }: Draft, ruling: RulingEntry): Ruling {
	const { on, prefer, at, over, reason } = ruling;
	const decided = over?.map((value) =>
		Array.isArray(value) ? spellPair(value[0], value[1]) : String(value),
	);
	const rest = { reason, ...(decided && { over: decided }), where: places.of(ruling) };
	if (prefer === undefined) return { on, decision: { kind: 'keep-range' }, ...rest };
	if (prefer === PREFER_COMPUTED) return { on, decision: { kind: 'prefer-computed' }, ...rest };
	return { on, decision: { kind: 'prefer', source: prefer, ...(at !== undefined && { at }) }, ...rest };
}

function buildStoryline({ storyline, places }: Draft): Storyline {
	const text = (object: object, key: string, value: string | undefined): Record<string, StorylineText> =>
		value === undefined ? {} : { [key]: { text: value, where: places.field(object, key) } };
	const words = (entry: SlideWordsEntry): SlideWords => ({
		...text(entry, 'kicker', entry.kicker),
		...text(entry, 'headline', entry.headline),
		...text(entry, 'takeaway', entry.takeaway),
		points: (entry.points ?? []).map((point, n) => ({ text: point, where: places.item(entry, 'points', n) })),
		...(entry.notes && {
			notes: {
				...text(entry.notes, 'say', entry.notes.say),
				...text(entry.notes, 'caveat', entry.notes.caveat),
				...text(entry.notes, 'question', entry.notes.question),
				...text(entry.notes, 'answer', entry.notes.answer),
			},
		}),
		...(entry.minutes !== undefined && { minutes: entry.minutes }),
		where: places.of(entry),
	});
	return Object.fromEntries(
		decksOf(storyline).map(([deck, slides]) => [
			deck,
			Object.fromEntries(Object.entries(slides).map(([slide, entry]) => [slide, words(entry)])),
		]),
	);
}
