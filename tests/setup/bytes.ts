// A page has bytes of its own kind, and Node's libraries take none but theirs.
globalThis.Uint8Array = Object.getPrototypeOf(Buffer);
