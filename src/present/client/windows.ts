// Messages between the windows that show one deck: the audience's and the presenter's. The player keeps their slides in
// step by itself; this carries what it does not know, the black screen and the pointer.

export interface Message {
	/** From a window that was just opened or loaded again. */
	readonly isNew?: boolean;
	readonly black?: boolean;
	/** Share of the slide's width and height; null takes the pointer away. */
	readonly laser?: readonly [x: number, y: number] | null;
}

export interface Windows {
	readonly send: (message: Message) => void;
	readonly onMessage: (listener: (message: Message) => void) => void;
}

export function joinWindows(syncKey: string): Windows {
	const channel = openChannel(syncKey);
	return {
		send: (message) => channel?.postMessage(message),
		onMessage: (listener) => channel?.addEventListener('message', ({ data }) => listener(data as Message)),
	};
}

/** Some browsers have none for files; then each window only shows its own. */
function openChannel(syncKey: string): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel(`modelbrief-${syncKey}`);
	} catch (error) {
		if (error instanceof DOMException) return undefined;
		throw error;
	}
}
