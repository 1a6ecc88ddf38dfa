"""Which number format the network runs in: bfloat16 only where the processor multiplies it in hardware."""

import torch

from framing.errors import BundleError

FORMATS = {"float32": torch.float32, "bfloat16": torch.bfloat16}
# Private names of torch 2.x, so each is looked up with care; all answer without side effects.
_CAPABILITIES = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")


def choose_format(wanted: str | None = None) -> str:
    """The format asked for, else the fastest one that the processor really has.

    Raises:
        BundleError: the format asked for is unknown.
    """
    if wanted is None:
        return "bfloat16" if has_bfloat16() else "float32"
    if wanted not in FORMATS:
        raise BundleError(f"number format {wanted!r} is unknown; known formats are {', '.join(FORMATS)}")
    return wanted


def has_bfloat16() -> bool:
    """Whether bfloat16 is native here; emulated bfloat16 is slower than float32."""
    checks = (getattr(torch.cpu, name, None) for name in _CAPABILITIES)
    return any(bool(check()) for check in checks if callable(check))
