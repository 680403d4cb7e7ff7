"""The try-on StyleMapGAN: data, model, training, evaluation and export."""
