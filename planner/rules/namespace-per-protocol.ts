import type { Placed } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { Namespace, Pair, Protocol } from '../design/types.ts';
import type { Reporter, Rule } from './rule.ts';
import { eachPair } from './support/each.ts';
import { cite } from './support/sources.ts';
import { items, stated } from './support/stated.ts';

export const namespacePerProtocol: Rule<{ required: readonly string[] }> = {
  id: 'namespace-per-protocol',
  area: 'clients',
  title: 'Each client protocol has one namespace of its own in a datacenter pair',
  why: 'A name of its own lets each protocol be balanced, secured and moved by itself; a second name for it only adds certificates.',
  source: cite('preferredArchitecture', 'A2.1, A2.12'),
  parameters: { required: { type: 'strings', description: 'Protocols that always need a namespace.' } },
  messages: {
    shared: '{host} serves {protocols}; the Preferred Architecture asks for one name per protocol.',
    several: '{protocol} has two names, {first} and {host}; the Preferred Architecture asks for one.',
    missing: 'No namespace serves {protocol}.',
  },
  check(design, { required }, reporter) {
    for (const pair of eachPair(design, reporter)) checkPair(pair, required, reporter);
  },
};

function checkPair(pair: Placed<Pair>, required: readonly string[], reporter: Reporter): void {
  const about = subject.pair(pair.value.name);
  const firstHost = new Map<Protocol, Namespace>();
  const namespaces = items(pair, 'namespaces', reporter);
  let complete = pair.value.namespaces !== undefined;
  for (const namespace of namespaces) {
    const protocols = stated(namespace, 'protocols', reporter);
    const { host } = namespace.value;
    const path = `${namespace.path}/protocols`;
    if (!protocols) complete = false;
    if (protocols && protocols.length > 1) {
      reporter.report({ messageId: 'shared', subject: about, path, data: { host, protocols: protocols.join(', ') } });
    }
    for (const protocol of protocols ?? []) {
      const first = firstHost.get(protocol);
      if (!first) firstHost.set(protocol, namespace.value);
      else if (first !== namespace.value) {
        reporter.report({ messageId: 'several', subject: about, path, data: { protocol, first: first.host, host } });
      }
    }
  }
  if (!complete) return;
  const served: ReadonlySet<string> = new Set(firstHost.keys());
  for (const protocol of required.filter((each) => !served.has(each))) {
    reporter.report({ messageId: 'missing', subject: about, path: `${pair.path}/namespaces`, data: { protocol } });
  }
}
