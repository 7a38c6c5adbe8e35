/// What a simulated platform was asked and what it answered.
@NullMarked
package io.adskull.simulator.traffic;

import org.jspecify.annotations.NullMarked;
