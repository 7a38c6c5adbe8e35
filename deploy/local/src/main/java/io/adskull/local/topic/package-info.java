/// Brings the broker's topics to what the contract says.
@NullMarked
package io.adskull.local.topic;

import org.jspecify.annotations.NullMarked;
