// Findings to the view model that every deck's templates read. Pure; absent evidence becomes null sections.

import type { Evidence } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import { lazily } from '../model/lazily.js';
import type { Counts, Story, Words } from '../model/story.js';
import { accessRows, accessSides } from './access-rows.js';
import { benchmarkSections, rivalSection, scoreboardSection } from './benchmark-sections.js';
import { requiredCaveats } from './caveat-sentences.js';
import { dated, openDesk } from './cite.js';
import { detailedFacts, factSection, remainingFacts, speedAndCost } from './fact-sections.js';
import { barsByModelOrShare } from './figure-bars.js';
import { formatDate } from './format.js';
import { gainsSection } from './gains-section.js';
import { gapRows } from './gaps.js';
import { humanSection, noHumanBaseline } from './human-section.js';
import { isolateNames } from './isolate-names.js';
import { countsOf, credibilitySection, ledgerRows, questionRows, sourceRows } from './ledger-sections.js';
import { competitorRows, variantRows } from './model-rows.js';
import { defenceSection, safeguardLayers, safetySection } from './safety-sections.js';
import { deniedSection, statementRows } from './statement-rows.js';
import { timelineSection } from './timeline-section.js';
import { wordsOf } from './words.js';
import { adoptionSection, demoSections, selfDevelopmentSection, toolsSection } from './work-sections.js';

export interface DeckOutline {
	readonly name: string;
	/** The deck's slide names, which storyline.yaml may address. */
	readonly slides: readonly string[];
}

/** The same for all decks of a brief. */
export function buildStory(plainEvidence: Evidence, findings: ReadonlyMap<string, Finding>): Story {
	const evidence = isolateNames(plainEvidence);
	const desk = openDesk(evidence, isolateNames(findings));
	const counts = countsOf(desk);
	const facts = lazily({
		efficiency: () => factSection(desk, ['efficiency'], ['efficiency']),
		context: () => factSection(desk, ['context'], ['context']),
		hardware: () => factSection(desk, ['hardware'], ['hardware']),
		latency: () => factSection(desk, ['latency'], ['latency'], barsByModelOrShare),
	});
	const shared = lazily({
		price: () => factSection(desk, ['price'], []),
		access: () => accessRows(desk),
		benchmarks: () => benchmarkSections(desk),
	});
	const predecessor = evidence.models.find((model) => model.role === 'predecessor');
	return lazily<Story>({
		brief: () => ({
			title: evidence.brief.title,
			subject: evidence.subject.name,
			vendor: evidence.subject.vendor,
			predecessor: predecessor?.name ?? null,
			asOf: dated(formatDate(evidence.brief.asOf, desk.language)),
			invented: evidence.brief.invented,
			missing: evidence.missingFiles,
		}),
		counts: () => counts,
		positioning: () => statementRows(desk, ['positioning']),
		capabilities: () => statementRows(desk, ['capability']),
		limitations: () => statementRows(desk, ['limitation']),
		gains: () => gainsSection(desk),
		human: () => humanSection(desk),
		noHumanBaseline: () => noHumanBaseline(desk),
		scoreboard: () => scoreboardSection(desk),
		benchmarks: () => shared.benchmarks.filter(({ isCompared }) => isCompared),
		loneBenchmarks: () => shared.benchmarks.filter(({ isCompared }) => !isCompared),
		efficiency: () => facts.efficiency,
		context: () => facts.context,
		hardware: () => facts.hardware,
		latency: () => facts.latency,
		price: () => shared.price,
		speedAndCost: () => speedAndCost(facts, shared.price),
		detailed: () => detailedFacts(facts),
		remaining: () => remainingFacts(facts, shared.price),
		variants: () => variantRows(desk),
		selfDevelopment: () => selfDevelopmentSection(desk),
		tools: () => toolsSection(desk),
		demos: () => demoSections(desk),
		safety: () => safetySection(desk),
		safeguards: () => safeguardLayers(desk),
		access: () => shared.access,
		accessSides: () => accessSides(shared.access),
		denied: () => deniedSection(desk),
		defence: () => defenceSection(desk),
		rival: () => rivalSection(desk),
		competitors: () => competitorRows(desk),
		adoption: () => adoptionSection(desk),
		recommendations: () => statementRows(desk, ['recommendation']),
		questions: () => questionRows(desk),
		gaps: () => gapRows(desk),
		timeline: () => timelineSection(desk),
		credibility: () => credibilitySection(desk),
		ledger: () => ledgerRows(desk),
		sources: () => sourceRows(desk),
		caveats: () => requiredCaveats(desk),
	});
}

/** The author's own words for each slide of a deck. */
export function buildWords(
	evidence: Evidence,
	findings: ReadonlyMap<string, Finding>,
	counts: Counts,
	deck: DeckOutline,
): Readonly<Record<string, Words>> {
	return wordsOf(deck.name, deck.slides, openDesk(isolateNames(evidence), isolateNames(findings)), counts);
}
