// Validates results against the schema of any document: node validate.mjs MODULES SCHEMA RESULT...
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, schema, ...results] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const Ajv = require("ajv/dist/2020.js").default;
const addFormats = require("ajv-formats").default;
const ajv = new Ajv({ strict: true, discriminator: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf-8")));
for (const result of results) {
  if (!validate(JSON.parse(readFileSync(result, "utf-8")))) {
    console.error(result, JSON.stringify(validate.errors.slice(0, 3)));
    process.exitCode = 1;
  }
}
