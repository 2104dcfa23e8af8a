import type { Reporter, TestModule } from 'vitest/node';

interface Span {
  readonly from: number;
  to: number;
}

/** Prints how long each project took, from its first file to its last one. Projects run one after the other. */
export class Minutes implements Reporter {
  private readonly spans = new Map<string, Span>();

  onTestModuleQueued({ project }: TestModule): void {
    if (!this.spans.has(project.name)) this.spans.set(project.name, { from: Date.now(), to: Date.now() });
  }

  onTestModuleEnd({ project }: TestModule): void {
    const span = this.spans.get(project.name);
    if (span) span.to = Date.now();
  }

  onTestRunEnd(): void {
    for (const [name, { from, to }] of this.spans) console.log(`${name.padEnd(8)} ${((to - from) / 60_000).toFixed(1)} min`);
  }
}
