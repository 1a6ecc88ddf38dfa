"""The tiny bundle of the network's tests, for what can be wrong with one."""

from tests.models.conftest import encoder_files, encoder_folder, make_bundle

__all__ = ["encoder_files", "encoder_folder", "make_bundle"]
