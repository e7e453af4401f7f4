/** Two records of one person. */
export interface MergePair {
  /** Who stands for both. */
  readonly keepId: string;
  /** Who rests. */
  readonly dropId: string;
}
