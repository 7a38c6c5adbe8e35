/// A real browser for tests, and what it says of a page.
@NullMarked
package io.adskull.testing.browser;

import org.jspecify.annotations.NullMarked;
