/// Ready-made failures by name: one order, the faults that belong together.
@NullMarked
package io.adskull.simulator.scenario;

import org.jspecify.annotations.NullMarked;
