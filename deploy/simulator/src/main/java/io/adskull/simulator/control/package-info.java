/// What people do at the platforms behind our back, and what came of it.
@NullMarked
package io.adskull.simulator.control;

import org.jspecify.annotations.NullMarked;
