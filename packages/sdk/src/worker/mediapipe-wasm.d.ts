/** The Emscripten module of MediaPipe's tasks; the package has no types for it. */
declare module '@mediapipe/tasks-vision/vision_wasm_module_internal.js' {
  const createModule: (module: object) => Promise<object>;
  export default createModule;
}
