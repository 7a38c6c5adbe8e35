/// How fast the dashboard answers while much changes and many look.
@NullMarked
package io.adskull.benchmarks.dashboard;

import org.jspecify.annotations.NullMarked;
