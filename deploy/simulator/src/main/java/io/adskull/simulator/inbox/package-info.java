/// The messages that arrived, for people and for programs.
@NullMarked
package io.adskull.simulator.inbox;

import org.jspecify.annotations.NullMarked;
