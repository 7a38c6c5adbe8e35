@NullMarked
package io.adskull.poller;

import org.jspecify.annotations.NullMarked;
