// Scores the seed's project, then streams projects.csv. Argument: the address of the service.
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import protoLoader from "@grpc/proto-loader";
import { parse } from "csv-parse/sync";
import { getProtoPath } from "google-proto-files";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const definition = protoLoader.loadSync("indicators/v1/scoring_service.proto", {
  includeDirs: [join(root, "protos"), join(getProtoPath(), "..")],
  longs: Number,
  enums: String,
  oneofs: true,
});
const { ScoringService } = grpc.loadPackageDefinition(definition).indicators.v1;

// Scoring stores nothing, so a call that may have been served can be made again.
const serviceConfig = {
  methodConfig: [{
    name: [{}],
    retryPolicy: { maxAttempts: 4, initialBackoff: "0.2s", maxBackoff: "2s", backoffMultiplier: 2, retryableStatusCodes: ["UNAVAILABLE"] },
  }],
};
const service = new ScoringService(process.argv[2] ?? "localhost:5080", grpc.credentials.createInsecure(), {
  "grpc.service_config": JSON.stringify(serviceConfig),
});
const ruleSet = { id: "kunming-2017" };
const language = new grpc.Metadata();
language.set("accept-language", "en");

const rows = (path) => parse(readFileSync(path), { columns: true, bom: true });
const about = ["项目", "来源", "类别"];
const kind = (row) => (row["类别"] === "自述" ? "EVIDENCE_CLASS_CLAIM" : "EVIDENCE_CLASS_UNSPECIFIED");
// Every cell goes as text: the service reads it as it would read the file.
const field = (name, text, row) => ({ name, value: { text }, source: row["来源"] ?? "", evidenceClass: kind(row) });

function projectOfFolder(folder, id) {
  const project = { id, fields: [], tables: [], findings: [] };
  for (const file of readdirSync(folder).filter((f) => f.endsWith(".csv"))) {
    const own = rows(join(folder, file)).filter((r) => r["项目"] === id);
    const name = basename(file, ".csv");
    if (name === "项目") {
      project.name = own[0]["名称"];
    } else if (name === "数据") {
      project.fields.push(...own.map((r) => field(r["字段"], r["值"], r)));
    } else if (name === "评价意见") {
      project.findings.push(...own.map((r) => ({
        code: r["要点"],
        conclusion: r["结论"] === "符合" ? "CONCLUSION_MET" : "CONCLUSION_NOT_MET",
        reason: r["理由"],
        document: r["佐证"],
        evidenceClass: kind(r),
      })));
    } else {
      const cells = (r) => Object.fromEntries(Object.entries(r).filter(([c]) => !about.includes(c)).map(([c, text]) => [c, { text }]));
      project.tables.push({ name, rows: own.map((r) => ({ cells: cells(r), source: r["来源"], evidenceClass: kind(r) })) });
    }
  }
  return project;
}

const projectOfRow = (row) => ({
  id: row["项目"],
  name: row["名称"],
  fields: Object.entries(row).filter(([c, v]) => c !== "名称" && !about.includes(c) && v !== "").map(([c, v]) => field(c, v, row)),
});

function score(project) {
  const deadline = new Date(Date.now() + 10_000);
  return new Promise((resolve, reject) =>
    service.score({ ruleSet, project }, language, { deadline }, (error, answer) => (error ? reject(error) : resolve(answer))));
}

function stream(projects, projectsInChunk = 2) {
  return new Promise((resolve, reject) => {
    const call = service.scoreStream(language);
    call.on("data", (answer) => {
      for (const result of answer.scored?.results ?? []) {
        console.log(`${result.projectId}: ${result.outcome === "scores" ? `${result.scores.total} ${result.scores.grade}` : result.error.message}`);
      }
    });
    call.on("error", reject);
    call.on("end", resolve);
    call.write({ opening: { ruleSet } });
    for (let at = 0, sequence = 1; at < projects.length; at += projectsInChunk, sequence++) {
      call.write({ projects: { sequence, projects: projects.slice(at, at + projectsInChunk) } });
    }
    call.end();
  });
}

const answer = await score(projectOfFolder(join(root, "samples/kunming-2017"), "KM-2017-01"));
console.log(`${answer.scores.projectId}: ${answer.scores.total} ${answer.scores.grade} (${answer.ruleSet.id} ${answer.ruleSet.digest.slice(0, 14)}…), ${answer.scores.flags.length} flags`);
await stream(rows(join(root, "samples/clients/projects.csv")).map(projectOfRow));
service.close();
