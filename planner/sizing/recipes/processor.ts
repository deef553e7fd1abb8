import type { Hardware, Sizing } from '../../design/types.ts';
import { sizingCatalog } from '../catalog.ts';
import { availableMegacycles } from '../cpu.ts';
import type { Fields } from '../fields.ts';
import { given, type Quantity } from '../figure.ts';
import { formula, type Recipe } from '../formula.ts';
import { calculator } from '../source.ts';

const source = calculator('A2');
const { megacyclesPerCore, specIntRate2006PerCore, source: baseline } = sizingCatalog.baselineProcessor;

/** Megacycles of a server: by its SPECint_rate2006 result, else by its cores as if they were the baseline's. @throws NotStated */
export function available(hardware: Fields<Hardware>): Recipe<number> {
  const result = hardware.find('specIntRate2006');
  const perCore = given(megacyclesPerCore, 'megacycles', baseline);
  if (!result) {
    return formula({
      unit: 'megacycles',
      words: 'cores × megacycles per core',
      of: { cores: hardware.get('cores'), megacyclesPerCore: perCore },
      value: ({ cores }) => availableMegacycles(cores, undefined),
      source,
    });
  }
  return formula({
    unit: 'megacycles',
    words: 'SPECint_rate2006 × megacycles per core ÷ result per core',
    of: {
      SPECint_rate2006: result,
      megacyclesPerCore: perCore,
      resultPerCore: given(specIntRate2006PerCore, '', baseline),
    },
    value: ({ SPECint_rate2006 }) => availableMegacycles(0, SPECint_rate2006),
    source,
  });
}

export function perCore(megacycles: Quantity<number>, cores: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'megacycles',
    words: 'available ÷ cores',
    of: { available: megacycles, cores },
    value: (values) => values.available / values.cores,
    source,
  });
}

/** What running virtually adds to the megacycles that a server needs. */
export function hypervisor(hardware: Fields<Hardware>, sizing: Fields<Sizing>): Quantity<number> {
  const physical = hardware.find('physical');
  if (physical?.value === false) {
    const overhead = sizing.get('hypervisorOverheadFraction');
    return given(overhead.value, '1', `virtual servers: ${overhead.source}`);
  }
  return given(0, '1', `physical servers: ${physical?.source ?? 'taken for granted (facts A4.1)'}`);
}

export function required(active: Quantity<number>, passive: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'megacycles',
    words: 'active + passive',
    of: { active, passive },
    value: (values) => values.active + values.passive,
    source,
  });
}

export function utilization(needed: Quantity<number>, megacycles: Quantity<number>): Recipe<number> {
  return formula({
    unit: '1',
    words: 'required ÷ available',
    of: { required: needed, available: megacycles },
    value: (values) => values.required / values.available,
    source,
  });
}
