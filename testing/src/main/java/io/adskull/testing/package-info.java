/// Real servers for tests.
@NullMarked
package io.adskull.testing;

import org.jspecify.annotations.NullMarked;
