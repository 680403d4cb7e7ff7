document.querySelector('stylemap-tryon').addEventListener('tryon-result', ({ detail }) => {
  document.querySelector('output').textContent = `Tried on in ${(detail.receipt.totalMs / 1000).toFixed(1)} s`;
});
