/// The pages where a person grants or refuses access.
@NullMarked
package io.adskull.simulator.tiktok.consent;

import org.jspecify.annotations.NullMarked;
