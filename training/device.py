"""Where training computes: on the GPU where there is one, else on the processor, and repeatably on either."""

import os

import torch


def find_device() -> torch.device:
    """The GPU that torch sees, else the processor; `CUDA_VISIBLE_DEVICES=` hides a GPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def make_repeatable() -> None:
    """Equal numbers in every run on the same device: no operation whose order of sums is left to chance."""
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # cuBLAS repeats itself only with a fixed workspace
    torch.use_deterministic_algorithms(True)
    # Of the GPU's ways to attend, the plain one sums its gradient in a fixed order and takes every length alike.
    torch.backends.cuda.enable_flash_sdp(False)
    torch.backends.cuda.enable_mem_efficient_sdp(False)
    torch.backends.cuda.enable_cudnn_sdp(False)
