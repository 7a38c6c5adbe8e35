package io.adskull.endtoend.refresh;

import java.util.UUID;

/// One use of the tokens of one connection.
record Attempt(UUID connection, long generation) {}
