/// The simulated Amazon Ads API, in three regions.
@NullMarked
package io.adskull.simulator.amazon;

import org.jspecify.annotations.NullMarked;
