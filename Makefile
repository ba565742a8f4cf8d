# `make run` starts the archive, `make test` runs every test; `make help` lists the rest.
