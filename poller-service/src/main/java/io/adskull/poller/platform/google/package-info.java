@NullMarked
package io.adskull.poller.platform.google;

import org.jspecify.annotations.NullMarked;
