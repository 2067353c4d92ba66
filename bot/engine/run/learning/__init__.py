"""Teaching Buur while it runs: a new model is trained, tried and put before customers."""
