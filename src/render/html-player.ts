// The text of dist/player.json in, the parts of the slide player out: marp-cli's, and what src/present/client/ adds to
// it. Refuses a file that lacks a part.

/** marp-cli's bespoke player, as scripts/extract-player.mjs took it out of a page. */
export interface Player {
	/** Of the marp-cli that it came from. */
	readonly version: string;
	readonly license: string;
	readonly css: string;
	/** The on-screen controls: HTML that stands before the slides. */
	readonly controls: string;
	readonly script: string;
	/** Lets Safari draw slides at the right place and scales fitted headings; runs before the player. */
	readonly helper: string;
	/** Our own part: source drawer, presenter view, keys. */
	readonly client: string;
	readonly clientCss: string;
	/** What keeps a page of the present server up to date. */
	readonly live: string;
}

/** What holds words and styles of its own, apart from its working parts. */
export const playerTexts = ({ css, controls, client, clientCss }: Player): readonly string[] => [
	css,
	controls,
	client,
	clientCss,
];

const PARTS = [
	'version',
	'license',
	'css',
	'controls',
	'script',
	'helper',
	'client',
	'clientCss',
	'live',
] as const;

/** Throws when a part is missing: the file is made by our own build. */
export function parsePlayer(json: string): Player {
	const player: Record<string, unknown> = JSON.parse(json);
	for (const part of PARTS) {
		if (typeof player[part] !== 'string')
			throw new Error(`dist/player.json has no ${part}; run the build again.`);
	}
	return player as unknown as Player;
}
