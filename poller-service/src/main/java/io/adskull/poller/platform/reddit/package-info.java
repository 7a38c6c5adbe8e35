@NullMarked
package io.adskull.poller.platform.reddit;

import org.jspecify.annotations.NullMarked;
