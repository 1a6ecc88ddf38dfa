"""How the bundles are made: corpora, joint training, calibration and evaluation."""
