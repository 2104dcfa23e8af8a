/** With fewer answered questions, nothing can be concluded about a competency. */
export const FEW = 3;
