@NullMarked
package io.adskull.benchmarks.diagnosis;

import org.jspecify.annotations.NullMarked;
