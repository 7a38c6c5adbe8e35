/// Tells the right person, once, and does not lose it.
@NullMarked
package io.adskull.notifier;

import org.jspecify.annotations.NullMarked;
