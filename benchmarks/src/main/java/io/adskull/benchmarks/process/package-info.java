/// The programs of the system as processes of a benchmark's own.
@NullMarked
package io.adskull.benchmarks.process;

import org.jspecify.annotations.NullMarked;
