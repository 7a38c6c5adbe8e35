@NullMarked
package io.adskull.poller.platform.meta;

import org.jspecify.annotations.NullMarked;
