@NullMarked
package io.adskull.poller.platform.tiktok;

import org.jspecify.annotations.NullMarked;
