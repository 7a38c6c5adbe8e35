/// Who exists on a simulated platform, and the ad accounts they can grant.
@NullMarked
package io.adskull.simulator.oauth.world;

import org.jspecify.annotations.NullMarked;
