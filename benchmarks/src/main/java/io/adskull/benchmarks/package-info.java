@NullMarked
package io.adskull.benchmarks;

import org.jspecify.annotations.NullMarked;
