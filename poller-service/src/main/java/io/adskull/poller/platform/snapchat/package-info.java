@NullMarked
package io.adskull.poller.platform.snapchat;

import org.jspecify.annotations.NullMarked;
