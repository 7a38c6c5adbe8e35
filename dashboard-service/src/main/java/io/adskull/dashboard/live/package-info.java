/// Tells browsers what changed, as it changes.
@NullMarked
package io.adskull.dashboard.live;

import org.jspecify.annotations.NullMarked;
