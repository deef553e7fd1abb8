import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';
import { witnessesOf } from './support/witness.ts';

export const noCloudWitness: Rule = {
  id: 'no-cloud-witness',
  area: 'dag',
  title: 'The witness is a file share, not a cloud witness',
  why: 'DAGs do not support the Azure Cloud Witness; a file server in an Azure virtual machine is what serves instead.',
  source: cite('azureWitness', 'A6.8'),
  parameters: {},
  messages: { cloud: 'A cloud witness is not supported for a DAG; a file server in Azure is.' },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      for (const witness of witnessesOf(dag, reporter)) {
        if (stated(witness, 'kind', reporter) !== 'cloud') continue;
        reporter.report({
          messageId: 'cloud',
          subject: subject.witness(dag.value.name),
          path: `${witness.path}/kind`,
        });
      }
    }
  },
};
