/// The simulated Reddit Ads API v3.
@NullMarked
package io.adskull.simulator.reddit;

import org.jspecify.annotations.NullMarked;
