// Characters in words: what a reader calls the writing that they belong to.

const SCRIPTS: readonly (readonly [name: string, has: RegExp])[] = [
	['Arabic', /\p{Script_Extensions=Arabic}/u],
	['Hebrew', /\p{Script=Hebrew}/u],
	['Cyrillic', /\p{Script=Cyrillic}/u],
	['Greek', /\p{Script=Greek}/u],
	['Chinese characters', /\p{Script=Han}/u],
	['Japanese kana', /[\p{Script=Hiragana}\p{Script=Katakana}ー、。「」・]/u],
	['Korean', /\p{Script=Hangul}/u],
	['Thai', /\p{Script=Thai}/u],
	['Devanagari', /\p{Script=Devanagari}/u],
	['Bengali', /\p{Script=Bengali}/u],
	['Tamil', /\p{Script=Tamil}/u],
	['Armenian', /\p{Script=Armenian}/u],
	['Georgian', /\p{Script=Georgian}/u],
	['Ethiopic', /\p{Script=Ethiopic}/u],
	['Latin', /\p{Script=Latin}/u],
	['emoji', /\p{Emoji_Presentation}/u],
	['combining marks', /\p{Mark}/u],
	['symbols', /[\p{Symbol}\p{Punctuation}\p{Number}]/u],
];

/** Of each writing, how many are named. */
const MOST_NAMED = 4;

/** `Greek (Δ, ο, κ, ι and 14 more), symbols (∑, ∞)`; the writing with the most characters first. */
export function byScript(characters: readonly string[]): string {
	const groups = new Map<string, string[]>();
	for (const character of characters) {
		const name = SCRIPTS.find(([, has]) => has.test(character))?.[0] ?? 'other letters';
		groups.set(name, [...(groups.get(name) ?? []), character]);
	}
	return [...groups]
		.sort(([, a], [, b]) => b.length - a.length)
		.map(([name, all]) => `${name} (${listed(all)})`)
		.join(', ');
}

function listed(all: readonly string[]): string {
	const named = all.slice(0, all.length === MOST_NAMED + 1 ? all.length : MOST_NAMED).map(shown);
	const rest = all.length - named.length;
	return `${named.join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** A mark alone has nothing to sit on. */
const shown = (character: string) => (/\p{Mark}/u.test(character) ? `◌${character}` : character);
