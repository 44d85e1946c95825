/** Runs what it is given one after another, whoever asks: the next starts when the last has ended, well or not. */
export const inTurn = (): (<Value>(work: () => Promise<Value>) => Promise<Value>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
};
