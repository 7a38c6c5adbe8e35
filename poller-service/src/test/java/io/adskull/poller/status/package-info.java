@NullMarked
package io.adskull.poller.status;

import org.jspecify.annotations.NullMarked;
