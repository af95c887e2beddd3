// What a deck is rendered from.

import type { ChartRequest, ChartWords } from '../model/chart.js';
import type { Cuts, Fit, TextFile } from '../model/deck.js';
import type { Remember } from '../model/remember.js';
import type { Room } from '../model/room.js';
import type { Story, Words } from '../model/story.js';
import type { SourceIndex } from './source-line.js';

export interface DeckInput {
	/** Folder name under templates/. */
	readonly deck: string;
	readonly title: string;
	readonly theme: string;
	readonly language: string;
	readonly story: Story;
	/** By slide. */
	readonly words: Readonly<Record<string, Words>>;
	/** Template name to file and text. */
	readonly templates: ReadonlyMap<string, TextFile>;
	readonly sources: SourceIndex;
	readonly describeChart: (request: ChartRequest) => ChartWords;
	readonly remember?: Remember;
	/** The slide's content zone; templates give the width of a chart for one of 1136 pixels. Without it, every slide is set in the regular size. */
	readonly room?: Room;
	/** What becomes of slides that hold too much, unless they say so themselves. */
	readonly fit?: Fit;
	readonly cuts?: Cuts;
}
