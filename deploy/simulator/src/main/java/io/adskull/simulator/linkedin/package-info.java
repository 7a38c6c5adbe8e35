/// The simulated LinkedIn Marketing API.
@NullMarked
package io.adskull.simulator.linkedin;

import org.jspecify.annotations.NullMarked;
