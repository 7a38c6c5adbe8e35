@NullMarked
package io.adskull.poller.platform.x;

import org.jspecify.annotations.NullMarked;
