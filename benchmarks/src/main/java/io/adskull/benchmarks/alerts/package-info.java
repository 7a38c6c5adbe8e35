/// How soon and how fast alerts arrive, beside another program that people trust with theirs.
@NullMarked
package io.adskull.benchmarks.alerts;

import org.jspecify.annotations.NullMarked;
