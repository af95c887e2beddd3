// Files that read as YAML and are not evidence: one thing is wrong in each, and this is what is said, and where.

import type { EvidenceFileName } from '../../src/diagnostics/evidence-tree.js';
import { ATLAS, type Files } from './atlas.js';

export interface BadEvidence {
	readonly row: string;
	readonly what: string;
	readonly files: Files;
	/** The code and what the caret underlines, in reading order. */
	readonly says: readonly string[];
}

type Row = readonly [
	row: string,
	what: string,
	file: EvidenceFileName,
	from: string,
	to: string,
	...says: string[],
];

const source = (fields: string) =>
	`- { id: x, title: X, short: X, publisher: X, kind: paper, party: third, ${fields} }\n`;
const claim = (fields: string) => `    - { source: card, at: Results, ${fields} }\n`;
const END = 'END';
const DIFFERENCE = `- id: a
  label: A
  group: price
  unit: points
  computed: { difference: [gsm8k/atlas-2, b] }
  claims:
    - { value: 1, source: card, at: X }
- { id: b, label: B, group: price, unit: usd, claims: [{ value: 1, source: card, at: X }] }
`;

/** Each row replaces `from` (or the end of the file) by `to` in a file of the sound brief. */
// biome-ignore format: one mistake, one line
const ROWS: readonly Row[] = [
	['D06', 'a list where a mapping is due', 'brief.yaml', '*', '- a\n', 'MB203 - a'],
	['D06', 'a mapping where a list is due', 'sources.yaml', '*', 'card: x\n', 'MB203 card: x'],
	['D06', 'a scalar where a list is due', 'results.yaml', '*', 'none yet\n', 'MB203 none yet'],
	['S01', 'a field with a typing error', 'sources.yaml', 'publisher: Somebody', 'publsher: Somebody', 'MB201 publsher'],
	['S01', 'a field that nothing has', 'brief.yaml', END, 'licence: MIT\n', 'MB201 licence'],
	['S01', 'a blank missing behind a colon in brackets', 'results.yaml', 'value: 91,', '"value":91, at:Results,', 'MB201 at:Results'],
	['S02', 'a claim without a source', 'results.yaml', 'source: card, at: Results }\n    - { value: 83', 'at: Results }\n    - { value: 83', 'MB202 {'],
	['S02', 'a claim without a locator', 'figures.yaml', ', at: Speed', '', 'MB202 {'],
	['S02', 'a brief without a day', 'brief.yaml', 'asOf: 2026-03-01\n', '', 'MB202 t'],
	['S02', 'a topic without claims', 'figures.yaml', '  claims:\n    - { value: 140, qualifier: about, source: review, at: Speed }\n', '', 'MB202 i'],
	['S03', 'an address with javascript:', 'sources.yaml', END, source('url: "javascript:alert(1)"'), 'MB211 "javascript:alert(1)"'],
	['S03', 'an address with file:', 'sources.yaml', END, source('url: "file:///etc/passwd"'), 'MB211 "file:///etc/passwd"'],
	['S03', 'an address with data:', 'sources.yaml', END, source('url: "data:text/html,x"'), 'MB211 "data:text/html,x"'],
	['S03', 'an address with a password', 'sources.yaml', END, source('url: "https://me:pw@example.org/"'), 'MB211 "https://me:pw@example.org/"'],
	['S03', 'an address without a scheme', 'sources.yaml', END, source('url: example.org/x'), 'MB211 example.org/x'],
	['S04', 'an address with a blank', 'sources.yaml', END, source('url: "https://example.org/a b"'), 'MB211 "https://example.org/a b"'],
	['S04', 'an address with > and |', 'sources.yaml', END, source('url: "https://example.org/a>b|c"'), 'MB211 "https://example.org/a>b|c"'],
	['S06', 'a negative speed', 'figures.yaml', 'value: 140', 'value: -140', 'MB223 -140'],
	['S07', 'a percent above 100', 'results.yaml', 'value: 91', 'value: 101', 'MB223 101'],
	['S07', 'a percent below 0', 'results.yaml', 'value: 91', 'value: [-1, 5]', 'MB223 [-1, 5]'],
	['S07', 'a share of one in percent', 'results.yaml', 'value: 91', 'value: 0.91', 'MB231 0.91'],
	['S07', 'a score below the bounds of its benchmark', 'results.yaml', END, `- benchmark: chess\n  model: atlas-2\n  claims:\n${claim('value: 99')}`, 'MB223 99'],
	['S08', 'a number with a comma', 'figures.yaml', 'value: 140', 'value: 12,345', 'MB131 345'],
	['S08', 'a number with a comma in quotes', 'figures.yaml', 'value: 140', 'value: "12,345"', 'MB213 "12,345"'],
	['S08', 'a number in the German notation', 'figures.yaml', '{ value: 140, qualifier: about, source: review, at: Speed }', 'source: review\n      at: Speed\n      value: 1.234,5', 'MB213 1.234,5'],
	['S08', 'full-width digits', 'figures.yaml', 'value: 140', 'value: １２', 'MB213 １２'],
	['S08', 'a number with its unit', 'results.yaml', 'value: 91', 'value: 91%', 'MB213 91%'],
	['S08', 'a number with a multiplier', 'figures.yaml', 'value: 140', 'value: 400k', 'MB213 400k'],
	['S08', 'a range in words', 'results.yaml', 'value: 91', 'value: 80-91', 'MB216 80-91'],
	['S09', 'a name that reads as a number', 'sources.yaml', 'title: A blog', 'title: 4.10', 'MB214 4.10'],
	['S09', 'an id that reads as a number', 'models.yaml', 'id: rival-3', 'id: 3.5', 'MB214 3.5'],
	['S10', 'true where text is due', 'sources.yaml', 'title: A blog', 'title: true', 'MB214 true'],
	['S10', 'yes where true is due', 'sources.yaml', 'read: false', 'read: yes', 'MB203 yes'],
	['S12', 'the thirteenth month', 'sources.yaml', END, source('date: 2026-13-45'), 'MB212 2026-13-45'],
	['S12', '30 February', 'brief.yaml', '2026-03-01', '2026-02-30', 'MB212 2026-02-30'],
	['S12', '29 February in a year without one', 'brief.yaml', '2026-03-01', '2026-02-29', 'MB212 2026-02-29'],
	['S13', 'a date with a time zone', 'brief.yaml', '2026-03-01', '2026-03-01T10:00:00+09:00', 'MB212 2026-03-01T10:00:00+09:00'],
	['S13', 'a date that could be either way round', 'brief.yaml', '2026-03-01', '03/04/2026', 'MB212 03/04/2026'],
	['S13', 'a month where a day is due', 'brief.yaml', '2026-03-01', '2026-03', 'MB212 2026-03'],
	['S13', 'a written-out date', 'brief.yaml', '2026-03-01', 'March 1, 2026', 'MB212 March 1, 2026'],
	['S14', 'a source from the future', 'sources.yaml', END, source('date: 2026-03-02'), 'MB230 2026-03-02'],
	['S14', 'an announced event in a mistyped year', 'timeline.yaml', '*', event('value: 2062-04, announced: true'), 'MB230 2062-04'],
	['S14', 'an announcement without a date', 'figures.yaml', 'value: 140,', 'value: 140, announced: true,', 'MB251 announced'],
	['S14', 'an event after the day of the brief', 'timeline.yaml', '*', event('value: 2026-04'), 'MB230 2026-04'],
	['S15', 'a range of dates that ends before it starts', 'timeline.yaml', '*', event('value: [2026-02-05, 2026-02-01]'), 'MB227 [2026-02-05, 2026-02-01]'],
	['S15', 'a range of numbers that ends before it starts', 'results.yaml', 'value: 91', 'value: [91, 83]', 'MB227 [91, 83]'],
	['S16', 'an id in two files', 'models.yaml', 'id: rival-3', 'id: speed', 'MB217 speed'],
	['S16', 'an id twice in one file', 'sources.yaml', 'id: blog', 'id: review', 'MB217 review'],
	['S16', 'the subject among the models', 'models.yaml', 'id: rival-3', 'id: atlas-2', 'MB248 atlas-2'],
	['S17', 'two ids that differ by case', 'sources.yaml', 'id: blog', 'id: Review', 'MB210 Review', 'MB217 Review'],
	['S17', 'an id with a look-alike letter', 'sources.yaml', 'id: blog', 'id: rеview', 'MB210 rеview'],
	['S17', 'two sources with one short name', 'sources.yaml', 'short: The Blog', 'short: review', 'MB220 The Blog', 'MB218 review'],
	['S17', 'two models with one name', 'models.yaml', 'name: Rival 3', 'name: ATLAS 2', 'MB218 ATLAS 2'],
	['S18', 'a claim by an unknown source', 'results.yaml', 'source: review', 'source: reveiw', 'MB220 reveiw'],
	['S18', 'an unknown credit', 'results.yaml', 'credits: The Blog', 'credits: [The Blog, A Blogger]', 'MB220 A Blogger'],
	['S18', 'an unknown model', 'results.yaml', 'model: atlas-1', 'model: atlas-one', 'MB220 atlas-one'],
	['S18', 'an unknown benchmark', 'results.yaml', 'benchmark: gsm8k\n  model: atlas-1', 'benchmark: gsm-8k\n  model: atlas-1', 'MB220 gsm-8k'],
	['S18', 'an unknown origin', 'sources.yaml', '[card]', '[card, catd]', 'MB220 catd'],
	['S18', 'an unknown benchmark in notSameAs', 'benchmarks.yaml', 'min: 100', 'notSameAs: [{ benchmark: draughts, why: No. }], min: 100', 'MB220 draughts'],
	['S18', 'an unknown topic in requires', 'results.yaml', 'at: Scores,', 'at: Scores, requires: [sped],', 'MB220 sped'],
	['S18', 'an unknown model to measure against', 'figures.yaml', 'group: latency', 'group: latency\n  against: atlas-0', 'MB220 atlas-0'],
	['S18', 'an unknown topic in computed', 'figures.yaml', 'group: latency', 'group: latency\n  computed: { ratio: [speed-1, gsm8k/atlas-2] }', 'MB220 speed-1'],
	['S18', 'a ruling on nothing', 'rulings.yaml', '*', '- { on: gsm8k/atlas-3, keep: range, reason: X. }\n', 'MB220 gsm8k/atlas-3'],
	['S19', 'two sources that derive from each other', 'sources.yaml', 'party: first', 'party: first, derivesFrom: [review]', 'MB221 card'],
	['S19', 'a source that derives from itself', 'sources.yaml', '[card]', '[review]', 'MB221 review'],
	['S20', 'a difference of two units', 'figures.yaml', '*', DIFFERENCE, 'MB247 b'],
	['S20', 'a unit that is the same as the topic has', 'figures.yaml', 'at: Speed', 'at: Speed, unit: tokens-per-second', 'MB228 tokens-per-second'],
	['S20', 'a date as the unit of a speed', 'figures.yaml', 'value: 140', 'value: 2026-01-01, unit: date', 'MB229 date'],
	['S20', 'a benchmark in dates', 'benchmarks.yaml', 'unit: elo', 'unit: date', 'MB229 date'],
	['S21', 'an empty name', 'sources.yaml', 'title: A blog', 'title: ""', 'MB206 ""'],
	['S21', 'a name of blanks', 'sources.yaml', 'title: A blog', 'title: "  "', 'MB206 "  "'],
	['S21', 'a name of zero-width characters', 'sources.yaml', 'title: A blog', 'title: "\u200b\u200d"', 'MB206 "\u200b\u200d"'],
	['S21', 'a name that is a comment', 'brief.yaml', 'title: Atlas 2', 'title: # Atlas', 'MB206 title'],
	['S21', 'an empty list of claims', 'figures.yaml', '*', '- { id: a, label: A, group: price, unit: usd, claims: [] }\n', 'MB215 []'],
	['S22', 'a name of 3,000 characters', 'sources.yaml', 'title: A blog', `title: ${'x'.repeat(3_000)}`, `MB207 ${'x'.repeat(3_000)}`],
	['S23', 'a right-to-left override', 'sources.yaml', 'title: A blog', 'title: A \u202egolb', 'MB208 A \u202egolb'],
	['S25', 'a stack of accents', 'sources.yaml', 'title: A blog', `title: Z${'\u0335'.repeat(12)}`, `MB209 Z${'\u0335'.repeat(12)}`],
	['S29', 'a ruling for a source that says nothing', 'rulings.yaml', '*', '- { on: speed, prefer: card, reason: X. }\n', 'MB239 card'],
	['S29', 'a ruling without a decision', 'rulings.yaml', '*', '- { on: speed, reason: X. }\n', 'MB240 speed'],
	['S29', 'a ruling with two decisions', 'rulings.yaml', '*', '- { on: speed, prefer: review, keep: range, reason: X. }\n', 'MB240 speed'],
	['S29', 'a ruling for a claim that stands elsewhere', 'rulings.yaml', '*', '- { on: speed, prefer: review, at: Sped, reason: X. }\n', 'MB264 Sped'],
	['S29', 'a ruling for a sum that is not there', 'rulings.yaml', '*', '- { on: speed, prefer: computed, reason: X. }\n', 'MB265 computed'],
	['S29', 'a ruling that keeps what nobody knows', 'rulings.yaml', '*', '- { on: speed, keep: all, reason: X. }\n', 'MB205 all'],
	['-', 'a source with the name that rulings use for a sum', 'sources.yaml', 'id: blog', 'id: computed', 'MB244 computed'],
	['S29', 'two rulings on one topic', 'rulings.yaml', '*', '- { on: speed, keep: range, reason: X. }\n'.repeat(2), 'MB241 speed'],
	['T08', 'an id that is an operation', 'models.yaml', 'id: rival-3', 'id: gap', 'MB244 gap'],
	['-', 'an id with capitals and blanks', 'models.yaml', 'id: rival-3', 'id: Rival 3', 'MB210 Rival 3'],
	['-', 'an unknown role', 'models.yaml', 'role: competitor', 'role: competetor', 'MB205 competetor'],
	['-', 'an unknown unit', 'figures.yaml', 'unit: tokens-per-second', 'unit: tokens/s', 'MB205 tokens/s'],
	['-', 'an unknown qualifier in a list', 'figures.yaml', 'qualifier: about', 'qualifier: [about, roughly]', 'MB205 roughly'],
	['-', 'a language that is none', 'brief.yaml', END, 'language: English!\n', 'MB203 English!'],
	['-', 'two predecessors', 'models.yaml', 'role: competitor', 'role: predecessor', 'MB222 predecessor'],
	['-', 'a result that stands twice', 'results.yaml', 'model: atlas-1', 'model: atlas-2', 'MB219 gsm8k'],
	['-', 'a claim that stands twice', 'results.yaml', END, claim('value: 80.5'), 'MB245 80.5'],
	['-', 'a claim by a source that was not read', 'results.yaml', 'source: review', 'source: blog', 'MB246 blog'],
	['-', 'a value in a statement', 'statements.yaml', 'source: review', 'value: 3, source: review', 'MB225 3'],
	['-', 'a value with a stance', 'results.yaml', 'at: Scores', 'at: Scores, stance: against', 'MB242 against'],
	['-', 'a speed without a value', 'figures.yaml', 'value: 140, ', '', 'MB226 review'],
	['-', 'an event without a date', 'timeline.yaml', '*', event('note: X.'), 'MB226 card'],
	['-', 'a number for an event', 'timeline.yaml', '*', event('value: 5'), 'MB224 5'],
	['-', 'a date for a score', 'results.yaml', 'value: 91', 'value: 2026-01-01', 'MB224 2026-01-01'],
	['-', 'a number where the unit is text', 'figures.yaml', 'unit: tokens-per-second', 'unit: text', 'MB224 140'],
	['-', 'N/A as a value', 'results.yaml', 'value: 91', 'value: N/A', 'MB216 N/A'],
	['-', 'words as a value', 'results.yaml', 'value: 91', 'value: far ahead', 'MB216 far ahead'],
	['-', 'a list of three as a value', 'results.yaml', 'value: 91', 'value: [1, 2, 3]', 'MB216 [1, 2, 3]'],
	['-', 'an empty value', 'results.yaml', 'value: 91', 'value:', 'MB216 value'],
	['-', 'a benchmark with its bounds reversed', 'benchmarks.yaml', 'min: 100', 'min: 5000', 'MB249 5000'],
	['-', 'a benchmark that is confused with itself', 'benchmarks.yaml', 'min: 100', 'notSameAs: [{ benchmark: chess, why: No. }], min: 100', 'MB243 chess'],
	['-', 'a claim that requires its own topic', 'figures.yaml', 'at: Speed', 'at: Speed, requires: [speed]', 'MB243 speed'],
	['-', 'a deck that does not exist', 'brief.yaml', END, 'decks: [{ deck: executive-breif, theme: executive }]\n', 'MB236 executive-breif'],
	['-', 'a deck that is listed twice', 'brief.yaml', END, 'decks: [{ deck: executive-brief, theme: executive }, { deck: executive-brief, theme: engineering }]\n', 'MB252 executive-brief'],
	['-', 'a theme that does not exist', 'brief.yaml', END, 'decks: [{ deck: executive-brief, theme: corporate }]\n', 'MB238 corporate'],
	['-', 'words for a deck that does not exist', 'storyline.yaml', '*', 'executive: { gains: { headline: A } }\n', 'MB236 executive'],
	['-', 'words for a slide that does not exist', 'storyline.yaml', '*', 'executive-brief: { gain: { headline: A } }\n', 'MB237 gain'],
	['-', 'a figure in the storyline', 'storyline.yaml', '*', headline('It solves 91% of GSM8K.'), 'MB232 91%'],
	['-', 'a figure beside a name', 'storyline.yaml', '*', headline('Atlas 2 beats Atlas 1 by 11 points.'), 'MB232 11'],
	['-', 'a slide for no time', 'storyline.yaml', '*', 'executive-brief: { gains: { minutes: 0 } }\n', 'MB223 0'],
	['-', 'a talk of days', 'brief.yaml', END, 'decks: [{ deck: executive-brief, theme: executive, minutes: 2000 }]\n', 'MB223 2000'],
	['-', 'minutes in words', 'storyline.yaml', '*', 'executive-brief: { gains: { minutes: two } }\n', 'MB203 two'],
	['-', 'half a name', 'storyline.yaml', '*', headline('GSM8 is a benchmark.'), 'MB232 GSM8'],
	['-', 'an operation with a typing error', 'storyline.yaml', '*', headline('It gains {gian gsm8k}.'), 'MB233 {gian gsm8k}'],
	['-', 'an operation without its benchmark', 'storyline.yaml', '*', headline('It gains {gain}.'), 'MB234 {gain}'],
	['-', 'a brace left open', 'storyline.yaml', '*', headline('It gains {gain gsm8k.'), 'MB234 {gain gsm8k.'],
	['-', 'a count of what is not counted', 'storyline.yaml', '*', headline('From {count readers}.'), 'MB234 {count readers}'],
	['-', 'a reference to nothing', 'storyline.yaml', '*', headline('It reaches {gsm9k}.'), 'MB220 {gsm9k}'],
	['-', 'a reference to words', 'storyline.yaml', '*', headline('It is {writes-tests}.'), 'MB235 {writes-tests}'],
	['-', 'a gap to nobody', 'storyline.yaml', '*', headline('Behind by {gap gsm8k}.'), 'MB235 {gap gsm8k}'],
	['-', 'a proposal that nobody makes', 'storyline.yaml', '*', headline('Try it for {proposal length}.'), 'MB220 {proposal length}'],
	['-', 'a proposal in a unit that nothing has', 'storyline.yaml', '*', 'proposals: { length: { value: 6, unit: wekks, label: Length } }\n', 'MB205 wekks'],
	['-', 'a rank on an unknown benchmark', 'storyline.yaml', '*', headline('It is {rank gsm9k}.'), 'MB220 {rank gsm9k}'],
	['-', 'a rank of an unknown model', 'storyline.yaml', '*', headline('It is {rank gsm8k rival-4}.'), 'MB220 {rank gsm8k rival-4}'],
	['-', 'a rank with too many words', 'storyline.yaml', '*', headline('It is {rank gsm8k atlas-2 now}.'), 'MB234 {rank gsm8k atlas-2 now}'],
	['-', 'a lead over an unknown model', 'storyline.yaml', '*', headline('Ahead by {lead gsm8k rival-4}.'), 'MB220 {lead gsm8k rival-4}'],
];

export const BAD_EVIDENCE: readonly BadEvidence[] = ROWS.map(([row, what, file, from, to, ...says]) => ({
	row,
	what,
	files: { [file]: replaced(ATLAS[file] ?? '', from, to) },
	says,
}));

function replaced(text: string, from: string, to: string): string {
	if (from === '*') return to;
	if (from === END) return text + to;
	if (!text.includes(from)) throw new Error(`The sound brief has no "${from}".`);
	return text.replace(from, () => to);
}

function event(claimFields: string): string {
	return `- id: launch\n  label: Launch\n  category: release\n  claims:\n${claim(claimFields).replace('    - ', '    - ')}`;
}

function headline(text: string): string {
	return `executive-brief:\n  gains:\n    headline: ${JSON.stringify(text).replaceAll('"', "'")}\n`;
}
