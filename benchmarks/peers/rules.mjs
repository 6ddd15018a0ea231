// The made-up rules of Indicators.Benchmarks/Scoring (20 indicators over 30 fields) in plain JavaScript, the yardstick
// here, and as texts for engines.

export const indicators = 20;
export const fields = 30;

const round = points => Math.floor(points * 100 + 0.5) / 100;

const methods = [
  (a, b) => (b === 0 ? 0 : round(Math.min(a / b, 1) * 5)),
  (a, b) => (b === 0 ? 0 : a >= b ? 5 : round(Math.max(5 - (1 - a / b) * 25, 0))),
  (a, b) => (b === 0 ? 0 : a / b >= 0.9 ? 5 : a / b >= 0.8 ? 3 : a / b >= 0.6 ? 1.5 : 0),
  (a, b) => (b === 0 ? 0 : round(Math.min(Math.max((a / b - 0.6) / 0.4, 0), 1) * 5)),
  a => round(Math.max(5 - (a / 100000) * 0.5, 0)),
];

export const second = i => (i + 7) % fields;

export const points = (row, i) => methods[i % 5](row[i], row[second(i)]);

export function total(row) {
  let sum = 0;
  for (let i = 0; i < indicators; i++) {
    sum += points(row, i);
  }
  return sum;
}

/** In the expression language of ZEN, over fields f1, f2, … */
export function zen(i) {
  const [a, b] = [`f${i + 1}`, `f${second(i) + 1}`];
  const rounded = text => `floor((${text}) * 100 + 0.5) / 100`;
  return [
    `${b} == 0 ? 0 : ${rounded(`min([${a} / ${b}, 1]) * 5`)}`,
    `${b} == 0 ? 0 : ${a} >= ${b} ? 5 : ${rounded(`max([5 - (1 - ${a} / ${b}) * 25, 0])`)}`,
    `${b} == 0 ? 0 : ${a} / ${b} >= 0.9 ? 5 : ${a} / ${b} >= 0.8 ? 3 : ${a} / ${b} >= 0.6 ? 1.5 : 0`,
    `${b} == 0 ? 0 : ${rounded(`min([max([(${a} / ${b} - 0.6) / 0.4, 0]), 1]) * 5`)}`,
    rounded(`max([5 - ${a} / 100000 * 0.5, 0])`),
  ][i % 5];
}

/** Rows as in the benchmark: figures nowhere near each other, the same in every run. */
export function rows(count) {
  let state = 1;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  return Array.from({ length: count }, () => Array.from({ length: fields }, () => next() % 1000001));
}
