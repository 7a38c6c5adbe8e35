/// The simulated Graph API of Meta.
@NullMarked
package io.adskull.simulator.meta;

import org.jspecify.annotations.NullMarked;
