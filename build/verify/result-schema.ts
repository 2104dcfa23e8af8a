import * as z from 'zod';

const count = z.number().int().min(0);

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  sources: z.array(z.string()),
  problem: z.string(),
  advice: z.string(),
  line: count.exactOptional(),
  items: z.array(z.string()),
});

const call = z.strictObject({
  method: z.string(),
  args: z.array(z.string()),
  result: z.string(),
  error: count,
  at: count,
  closing: z.boolean(),
});

const launch = z.strictObject({
  title: z.string(),
  href: z.string(),
  isSco: z.boolean(),
  calls: z.array(call),
  written: z.array(z.strictObject({ element: z.string(), value: z.string(), at: count, closing: z.boolean(), kept: z.boolean() })),
  lost: z.array(z.string()),
  missing: z.array(z.string()),
  elsewhere: z.array(z.string()),
  errors: z.array(z.string()),
});

/** Output of `verify --json`, for other programs. */
export const verdictSchema = z.strictObject({
  format: z.literal(1),
  file: z.string(),
  bytes: count,
  verdict: z.enum(['refused', 'warnings', 'fine']),
  package: z
    .strictObject({
      title: z.string(),
      standard: z.enum(['1.2', '2004-2', '2004-3', '2004-4']),
      files: count,
      pages: z.array(z.strictObject({ title: z.string(), href: z.string(), isSco: z.boolean() })),
      schemas: z.enum(['valid', 'invalid', 'unchecked']),
    })
    .exactOptional(),
  findings: z.array(finding),
  played: z.strictObject({
    browser: z.string(),
    why: z.string(),
    launches: z.array(launch),
    left: count,
  }),
});

export type VerdictJson = z.infer<typeof verdictSchema>;
export type FindingJson = z.infer<typeof finding>;
export type LaunchJson = z.infer<typeof launch>;
