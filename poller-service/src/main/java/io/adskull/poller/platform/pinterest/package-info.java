@NullMarked
package io.adskull.poller.platform.pinterest;

import org.jspecify.annotations.NullMarked;
