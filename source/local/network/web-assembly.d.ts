/** As much of it as is used here; Node's types leave it to those of browsers. */
declare namespace WebAssembly {
	class Module {
		constructor(bytes: Uint8Array);
	}

	class Instance {
		constructor(
			module: Module,
			imports: Record<string, Record<string, unknown>>,
		);
		readonly exports: Record<string, unknown>;
	}

	class Memory {
		readonly buffer: ArrayBuffer;
		grow(pages: number): number;
	}
}
