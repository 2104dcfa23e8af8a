/** A file that lies beside a zip, for the trainer. */
export interface Sheet {
  /** Its name, without a folder. */
  readonly name: string;
  readonly data: Buffer;
}
