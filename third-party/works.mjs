/**
 * The works inside npm packages that ship no licence file of their own. The list names what the runtimes' WebAssembly is compiled from: each
 * leaves its name or its paths in the binaries, or is linked into everything Emscripten makes. The JavaScript of onnxruntime-web in use
 * holds none of its npm dependencies but onnxruntime-common (those serve its WebGL backend); `.ci/publish.test.ts` reads its source maps
 * for that. Texts of the licences: `licences/`, and for Apache-2.0 the file LICENSE of the repository.
 */
const shared = [
  { name: 'Abseil', licence: 'Apache-2.0', copyright: 'Copyright The Abseil Authors' },
  { name: 'FlatBuffers', licence: 'Apache-2.0', copyright: 'Copyright Google Inc.' },
  { name: 'Protocol Buffers', licence: 'BSD-3-Clause', copyright: 'Copyright 2008 Google Inc. All rights reserved.' },
  {
    name: 'Eigen',
    licence: 'MPL-2.0',
    copyright: 'Copyright the Eigen authors. Used unchanged; its source code is at https://gitlab.com/libeigen/eigen',
  },
  { name: 'Emscripten', licence: 'MIT', copyright: 'Copyright (c) 2010-2014 Emscripten authors, see AUTHORS file.' },
  { name: 'musl', licence: 'MIT', copyright: 'Copyright (c) 2005-2020 Rich Felker, et al.' },
  {
    name: 'libc++, libc++abi, compiler-rt',
    licence: 'Apache-2.0 WITH LLVM-exception',
    copyright: 'Copyright the LLVM Project contributors',
  },
];

export const worksInside = {
  'onnxruntime-web': [
    { name: 'ONNX Runtime, onnxruntime-common', licence: 'MIT', copyright: 'Copyright (c) Microsoft Corporation' },
    { name: 'ONNX', licence: 'Apache-2.0', copyright: 'Copyright (c) ONNX Project Contributors' },
    { name: 'RE2', licence: 'BSD-3-Clause', copyright: 'Copyright (c) 2009 The RE2 Authors. All rights reserved.' },
    { name: 'JSON for Modern C++', licence: 'MIT', copyright: 'Copyright (c) 2013-2022 Niels Lohmann' },
    { name: 'SafeInt', licence: 'MIT', copyright: 'Copyright (c) 2018 Microsoft' },
    { name: 'GSL', licence: 'MIT', copyright: 'Copyright (c) 2015 Microsoft Corporation. All rights reserved.' },
    { name: 'Dawn', licence: 'BSD-3-Clause', copyright: 'Copyright 2017-2025 The Dawn & Tint Authors' },
    ...shared,
  ],
  '@mediapipe/tasks-vision': [
    { name: 'MediaPipe', licence: 'Apache-2.0', copyright: 'Copyright The MediaPipe Authors' },
    { name: 'TensorFlow Lite', licence: 'Apache-2.0', copyright: 'Copyright The TensorFlow Authors' },
    { name: 'ruy', licence: 'Apache-2.0', copyright: 'Copyright The ruy Authors' },
    { name: 'TCMalloc', licence: 'Apache-2.0', copyright: 'Copyright The TCMalloc Authors' },
    { name: 'OpenCV', licence: 'Apache-2.0', copyright: 'Copyright OpenCV Foundation and contributors' },
    {
      name: 'XNNPACK',
      licence: 'BSD-3-Clause',
      copyright: 'Copyright (c) Facebook, Inc. and its affiliates. All rights reserved. Copyright 2019 Google LLC',
    },
    ...shared,
  ],
};
