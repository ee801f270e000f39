// Runs the script of a step of actions/github-script against a GitHub that only remembers: node github-script.mjs SCRIPT SCENARIO.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [script, scenario] = process.argv.slice(2).map(file => readFileSync(file, 'utf8'));
const { payload = {}, pull, comments = [], issues = [], env = {} } = JSON.parse(scenario);
Object.assign(process.env, env);
const did = [];
const remember = name => async values => (did.push([name, values]), { data: {} });
const github = {
  rest: {
    pulls: { get: async ({ pull_number }) => ({ data: { number: pull_number, ...pull } }) },
    issues: {
      listComments: () => comments,
      listForRepo: () => issues,
      createComment: remember('createComment'),
      updateComment: remember('updateComment'),
      create: remember('create'),
      update: remember('update'),
    },
  },
  paginate: async list => list(),
};
const core = {
  setFailed: text => did.push(['failed', text]),
  notice: text => did.push(['notice', text]),
  setOutput: (name, value) => did.push([name, value]),
};
const context = { repo: { owner: 'acme', repo: 'infra' }, payload, serverUrl: 'https://github.com', runId: 7 };
const body = Object.getPrototypeOf(async () => {}).constructor('github', 'core', 'context', 'require', script);
await body(github, core, context, createRequire(`${process.cwd()}/x.js`));
console.log(JSON.stringify(did));
