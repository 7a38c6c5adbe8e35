/// Stops services, then what they stand on.
@NullMarked
package io.adskull.local.down;

import org.jspecify.annotations.NullMarked;
