@NullMarked
package io.adskull.poller.platform.linkedin;

import org.jspecify.annotations.NullMarked;
