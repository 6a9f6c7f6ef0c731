"""A run over an archive: a plan, executors that do it, results and a manifest."""
