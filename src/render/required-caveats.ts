// A claim may ask that another topic travels with it (`requires`). What each slide printed in, an error out for every
// slide that shows the claim and leaves the other topic behind.

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Print, RenderedSlide } from '../model/deck.js';
import type { Claim, Evidence, Topic } from '../model/evidence.js';

/**
 * A chart or a row of a table counts as showing a topic. What the presenter alone sees may be completed on the slide or
 * in the notes; what everybody sees only on the slide.
 */
export function checkRequiredCaveats(
	deck: string,
	slides: readonly RenderedSlide[],
	evidence: Evidence,
	templates: ReadonlyMap<string, { readonly file: string }>,
): readonly Diagnostic[] {
	const topics = new Map(evidence.topics.map((topic) => [topic.key, topic]));
	const asking = new Map(
		evidence.topics.flatMap((topic) =>
			topic.claims
				.filter(({ requires }) => requires.length > 0)
				.map((claim) => [claim.id, { claim, topic }] as const),
		),
	);
	return slides.flatMap((slide, index) => {
		if (!slide.prints.some(({ claims }) => claims.some((id) => asking.has(id)))) return [];
		const [onSlide, anywhere] = [
			topicsOf(slide.prints.filter(({ isNote }) => !isNote)),
			topicsOf(slide.prints),
		];
		const file = templates.get(`${deck}/slides/${slide.name}`)?.file;
		const reported = new Set<string>();
		return slide.prints.filter(isShown).flatMap((print) => {
			const shown = print.isNote ? anywhere : onSlide;
			return print.claims.flatMap((id): readonly Diagnostic[] => {
				const found = asking.get(id);
				if (found === undefined) return [];
				return found.claim.requires.flatMap((key): readonly Diagnostic[] => {
					const required = topics.get(key);
					const pair = `${found.topic.key} ${key}`;
					if (required === undefined || shown.has(key) || reported.has(pair)) return [];
					reported.add(pair);
					const place = { deck, slide: slide.name, number: index + 1 };
					return [leftBehind(found.topic, found.claim, required, print, place, file)];
				});
			});
		});
	});
}

/** How many sources say something is not what they say. */
const isShown = ({ key }: Print) => key === undefined || !key.startsWith('tally ');

const topicsOf = (prints: readonly Print[]): ReadonlySet<string> =>
	new Set(prints.flatMap(({ claims }) => claims.map((id) => id.slice(0, id.lastIndexOf('#')))));

function leftBehind(
	topic: Topic,
	claim: Claim,
	required: Topic,
	print: Print,
	place: { readonly deck: string; readonly slide: string; readonly number: number },
	file: string | undefined,
): Diagnostic {
	const location = print.where ?? (file === undefined ? undefined : { file, line: 1, column: 1 });
	const where = print.isNote ? 'in its notes' : print.text === '' ? 'in a chart' : `as “${print.text}”`;
	return {
		code: 'MB331',
		...(location === undefined ? {} : { location }),
		args: { ...place, about: nameOf(topic), where, required: nameOf(required), topic: required.key },
		also: [
			{ location: claim.where, text: `This claim of ${claim.source} requires it.` },
			{ location: required.where, text: `${nameOf(required)} stands here.` },
		],
	};
}

function nameOf(topic: Topic): string {
	if (topic.kind === 'result') return topic.key;
	return topic.kind === 'classification' ? `${topic.domain}: ${topic.level}` : topic.label;
}
