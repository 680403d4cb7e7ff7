import cv2
import torch

# Threads of their own slow tiny tensors down, and starve whatever else runs on the machine.
torch.set_num_threads(1)
cv2.setNumThreads(1)
