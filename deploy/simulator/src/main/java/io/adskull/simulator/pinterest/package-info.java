/// The simulated Pinterest API v5.
@NullMarked
package io.adskull.simulator.pinterest;

import org.jspecify.annotations.NullMarked;
