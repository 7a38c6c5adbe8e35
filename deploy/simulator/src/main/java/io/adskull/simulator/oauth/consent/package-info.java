/// The page where a person grants or refuses access.
@NullMarked
package io.adskull.simulator.oauth.consent;

import org.jspecify.annotations.NullMarked;
