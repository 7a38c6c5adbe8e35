/// A day of refreshes on a compressed clock.
@NullMarked
package io.adskull.benchmarks.refresh;

import org.jspecify.annotations.NullMarked;
