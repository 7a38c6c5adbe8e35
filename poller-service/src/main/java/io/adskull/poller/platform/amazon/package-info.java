@NullMarked
package io.adskull.poller.platform.amazon;

import org.jspecify.annotations.NullMarked;
