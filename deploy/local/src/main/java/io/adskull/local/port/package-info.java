/// Who holds a port that a component needs.
@NullMarked
package io.adskull.local.port;

import org.jspecify.annotations.NullMarked;
