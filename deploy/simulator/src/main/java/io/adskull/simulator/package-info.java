/// The ad platforms and inboxes that the demo and the tests talk to instead of the real ones.
@NullMarked
package io.adskull.simulator;

import org.jspecify.annotations.NullMarked;
