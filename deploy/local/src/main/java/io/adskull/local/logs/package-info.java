/// Shows what a component wrote.
@NullMarked
package io.adskull.local.logs;

import org.jspecify.annotations.NullMarked;
