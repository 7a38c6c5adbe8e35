@NullMarked
package io.adskull.poller.platform.microsoft;

import org.jspecify.annotations.NullMarked;
