/// A summary of what goes on, for those who want one.
@NullMarked
package io.adskull.notifier.digest;

import org.jspecify.annotations.NullMarked;
