import { TryOnClient } from '../src/client/try-on-client.js';
import { createTestEngine, testConfig, type TestParts } from './fake-engine.js';
import { asWorker, PortWorker } from './port-worker.js';

/** A client whose workers run the real message loop over fake networks; `workers` fills as it spawns them. */
export function connectTestClient(parts: TestParts = {}): { readonly tryOn: TryOnClient; readonly workers: PortWorker[] } {
  const workers: PortWorker[] = [];
  const tryOn = new TryOnClient(testConfig, () => {
    const worker = new PortWorker(() => createTestEngine(parts));
    workers.push(worker);
    return asWorker(worker);
  });
  return { tryOn, workers };
}
