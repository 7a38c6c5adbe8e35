/// Starts what does not run, in the order it is needed, and tells what happens.
@NullMarked
package io.adskull.local.up;

import org.jspecify.annotations.NullMarked;
