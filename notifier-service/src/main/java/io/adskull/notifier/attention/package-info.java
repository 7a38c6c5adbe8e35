/// What people answer to an alert: that they know, or that they want to hear of it later.
@NullMarked
package io.adskull.notifier.attention;

import org.jspecify.annotations.NullMarked;
