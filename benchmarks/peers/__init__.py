"""Each peer as its documentation recommends; run by the interpreter of the peers' environment."""
