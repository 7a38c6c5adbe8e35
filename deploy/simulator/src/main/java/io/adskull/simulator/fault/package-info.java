/// Answers that were ordered in advance, so that a platform breaks on request.
@NullMarked
package io.adskull.simulator.fault;

import org.jspecify.annotations.NullMarked;
