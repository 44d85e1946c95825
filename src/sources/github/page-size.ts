/** Good pages after which a larger one is tried again. */
const GOOD_PAGES = 20;

/** How much is asked for at once: half of it after a failure, and what worked is kept for a while. */
export const pageSize = (start: number) => {
  let size = start;
  let good = 0;
  return {
    get now(): number {
      return size;
    },
    /** `false` at the smallest size. */
    shrink: (): boolean => {
      good = 0;
      if (size <= 1) return false;
      size = Math.floor(size / 2);
      return true;
    },
    /** After an answer that could be used. */
    worked: (): void => {
      good += 1;
      if (good < GOOD_PAGES) return;
      good = 0;
      size = Math.min(start, size * 2);
    },
  };
};

export type PageSize = ReturnType<typeof pageSize>;
