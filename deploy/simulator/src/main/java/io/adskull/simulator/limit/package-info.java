/// How often a simulated platform may be called, and how often that was too often.
@NullMarked
package io.adskull.simulator.limit;

import org.jspecify.annotations.NullMarked;
