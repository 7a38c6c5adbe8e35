/// The simulated X Ads API, with the signed calls of OAuth 1.0a.
@NullMarked
package io.adskull.simulator.x;

import org.jspecify.annotations.NullMarked;
