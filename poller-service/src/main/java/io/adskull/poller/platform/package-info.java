/// What the poller must know of a platform to call it. One folder a platform.
@NullMarked
package io.adskull.poller.platform;

import org.jspecify.annotations.NullMarked;
