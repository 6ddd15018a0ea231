// @gorules/zen-engine and json-rules-engine on the rules of the benchmark, called from Node, one caller. Results are
// compared with plain JavaScript before anything is timed.

import { ZenEngine } from '@gorules/zen-engine';
import { Engine } from 'json-rules-engine';
import { indicators, points, rows, total, zen } from './rules.mjs';

const many = rows(20000);
const few = many.slice(0, 500);

function zenDecision() {
  const expressions = Array.from({ length: indicators }, (_, i) => ({ id: `e${i}`, key: `p${i}`, value: zen(i) }));
  return new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      { id: 'score', type: 'expressionNode', name: 'score', position: { x: 1, y: 0 }, content: { expressions } },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'score' },
      { id: 'b', type: 'edge', sourceId: 'score', targetId: 'out' },
    ],
  });
}

const decision = zenDecision();
async function byZen(row) {
  const { result } = await decision.evaluate(Object.fromEntries(row.map((v, i) => [`f${i + 1}`, v])));
  let sum = 0;
  for (let i = 0; i < indicators; i++) {
    sum += result[`p${i}`];
  }
  return sum;
}

// json-rules-engine has no arithmetic: the points are facts that it works out, one rule hands out each.
const engine = new Engine([], { replaceFactsInEventParams: true });
for (let i = 0; i < indicators; i++) {
  engine.addFact(`p${i}`, async (_, almanac) => points(await almanac.factValue('row'), i));
  engine.addRule({
    conditions: { all: [{ fact: `p${i}`, operator: 'greaterThanInclusive', value: 0 }] },
    event: { type: `p${i}`, params: { points: { fact: `p${i}` } } },
  });
}

async function byRules(row) {
  const { events } = await engine.run({ row });
  return events.reduce((sum, event) => sum + event.params.points, 0);
}

for (const [name, score] of [['zen-engine', byZen], ['json-rules-engine', byRules]]) {
  for (const row of few.slice(0, 100)) {
    const [found, expected] = [await score(row), total(row)];
    // ZEN works on decimals, which round otherwise where doubles fall on a tie.
    if (Math.abs(found - expected) > 0.0101 * indicators) {
      throw new Error(`${name} gives ${found}, expected ${expected}: there is nothing to time.`);
    }
  }
}

/** The best of five, in projects a second. */
async function speed(count, run) {
  let best = 0;
  for (let i = 0; i < 5; i++) {
    const start = process.hrtime.bigint();
    await run();
    best = Math.max(best, (count * 1e9) / Number(process.hrtime.bigint() - start));
  }
  return best;
}

let sum = 0;
const plain = await speed(many.length, () => { for (const row of many) { sum += total(row); } });
const table = [['plain JavaScript', plain]];
for (const [name, score] of [['@gorules/zen-engine 0.54.0', byZen], ['json-rules-engine 7.3.1', byRules]]) {
  table.push([name, await speed(few.length, async () => { for (const row of few) { sum += await score(row); } })]);
}

console.log(`Node ${process.version}, ${process.arch}, one caller, ${new Date().toISOString().slice(0, 10)} (${sum > 0})\n`);
console.log('| engine | projects a second | ns a project | of plain JavaScript |\n|---|---|---|---|');
for (const [name, s] of table) {
  console.log(`| ${name} | ${Math.round(s)} | ${Math.round(1e9 / s)} | 1/${Math.round(plain / s)} |`);
}
