/** The value at `share` of the sorted samples, linear between neighbours; 0.5 is the median. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const low = Math.floor(position);
  const high = Math.ceil(position);
  return sorted[low] + (sorted[high] - sorted[low]) * (position - low);
}

export function summarise(samplesMs) {
  return { medianMs: round(quantile(samplesMs, 0.5)), p95Ms: round(quantile(samplesMs, 0.95)), runs: samplesMs.length };
}

export function round(value) {
  return Math.round(value * 10) / 10;
}
