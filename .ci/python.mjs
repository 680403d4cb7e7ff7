/** The Python that the tests of the training run with. */
import { spawnSync } from 'node:child_process';
import { installPackages } from './apt.mjs';

const needed = 'import torch, pytest, cv2, PIL, onnx, flatbuffers';
const packages = ['torch', 'pytest', 'opencv', 'pil', 'onnx', 'flatbuffers', 'scipy'].map((name) => `python3-${name}`);

/** `$STYLEMAP_PYTHON`, else the first one that has what the training needs: Debian's is not always the one on the path. */
export function findPython() {
  const own = process.env['STYLEMAP_PYTHON'];
  const candidates = own ? [own] : ['python3', '/usr/bin/python3'];
  return candidates.find((python) => spawnSync(python, ['-c', needed], { stdio: 'ignore' }).status === 0);
}

/** Installs Debian's packages. Where that is impossible the tests of the training are skipped. @throws Error */
export function installPython() {
  installPackages(packages);
}
